/** Which packages of others the built site carries: by the bundler's work, or copied as they are. Everything else only builds or tests it. */

/** Libraries that run in the reader's browser, and with them all that they depend on. */
export const BROWSER_LIBRARIES: readonly string[] = [
  '@codemirror/autocomplete',
  '@codemirror/commands',
  '@codemirror/lang-python',
  '@codemirror/language',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/highlight',
  'diff',
  'fastest-levenshtein',
  'fzstd',
  'workbox-core',
  'workbox-navigation-preload',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
];

/** Packages of which only a part reaches the reader, without what they depend on: that works on the builder's machine. */
export const SHIPPED_PARTS: Readonly<Record<string, string>> = {
  '@astrojs/starlight': 'styles, and scripts of the frame',
  '@pagefind/default-ui': 'the search dialog',
  astro: 'what it adds to pages',
  pagefind: 'the search',
  pyodide: 'the runtime; its dependencies are for Node',
  vite: 'what loads the scripts of a page',
};

/** Runtime dependencies of package.json that leave nothing of their own in the site. */
export const BUILD_ONLY: readonly string[] = ['@astrojs/markdown-satteri', '@astrojs/mdx', 'fflate', 'shiki', 'ultrahtml'];
