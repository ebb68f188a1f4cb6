import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { codeTheme } from './src/examples/code-theme.ts';
import { koreanSearch } from './src/site/korean-search.ts';
import { offline } from './src/offline/integration.ts';
import { siteMarkdown } from './src/site/markdown.ts';
import { searchOnDemand } from './src/site/search-on-demand.ts';
import { sidebarOf, readOutline } from './src/site/outline.ts';
import { pythonAssets } from './src/site/python-assets.ts';
import { securityPolicy } from './src/site/security-policy.ts';

/** Where the built site will live. Links, search and Python's files follow `BASE_PATH`; canonical links follow `SITE_URL`. */
const base = process.env.BASE_PATH ?? '/';
const site = process.env.SITE_URL ?? 'http://localhost:4321';

const frame = (/** @type {string} */ name) => `./src/components/frame/${name}.astro`;
const socialCard = new URL(`${base.replace(/\/$/, '')}/social-card.png`, site).href;

export default defineConfig({
  site,
  base,
  output: 'static',
  server: { port: 4321 },
  devToolbar: { enabled: false },
  prefetch: false,
  markdown: {
    processor: satteri(siteMarkdown(base, new URL('./content/docs/', import.meta.url))),
    shikiConfig: { theme: codeTheme },
  },
  vite: {
    // Astro itself marks the assets of MDX pages with directives, and the bundler warns of each.
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
  integrations: [
    starlight({
      title: { en: 'asyncio, live', ko: '살아 있는 asyncio' },
      locales: { root: { label: 'English', lang: 'en' }, ko: { label: '한국어', lang: 'ko' } },
      sidebar: sidebarOf(readOutline(new URL('./content/', import.meta.url))),
      customCss: [
        './src/styles/states.css',
        './src/styles/tokens.css',
        './src/styles/starlight.css',
        './src/styles/type.css',
        './src/styles/code.css',
        './src/styles/figures.css',
        './src/styles/frame.css',
      ],
      favicon: '/favicon.svg',
      head: [
        { tag: 'meta', attrs: { property: 'og:image', content: socialCard } },
        { tag: 'meta', attrs: { name: 'color-scheme', content: 'light dark' } },
      ],
      // The sidebar lists the headings of the open page itself, so that figures have the whole width.
      tableOfContents: false,
      disable404Route: true,
      expressiveCode: false,
      markdown: { headingLinks: false },
      titleDelimiter: '·',
      components: {
        Footer: frame('Footer'),
        Header: frame('Header'),
        LanguageSelect: frame('LanguageSelect'),
        PageTitle: frame('PageTitle'),
        Pagination: frame('Pagination'),
        Sidebar: frame('Sidebar'),
        SiteTitle: frame('SiteTitle'),
        ThemeProvider: frame('ThemeProvider'),
        ThemeSelect: frame('ThemeSelect'),
      },
    }),
    mdx(),
    koreanSearch(),
    searchOnDemand(),
    pythonAssets(),
    // Last: they look at pages, and at all files, as they are served.
    securityPolicy(),
    offline(),
  ],
});
