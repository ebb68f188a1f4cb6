/**
 * Links each term of the glossary at its first use on a page. On a Korean page that teaches a term, its English stands
 * beside it there. Build side.
 */
import type { Parents } from 'mdast';
import type { MdastPluginDefinition, MdastPluginEntry } from 'satteri';
import type { Language } from '../i18n/ui.ts';
import { type Glossary, occurrences, readGlossary, type Term } from './glossary.ts';

/** Not in these: they are links already, or headings. */
const UNTOUCHED = new Set(['heading', 'link', 'linkReference']);

/** Nor in these: they are set large, or folded at first, so that a first use in them would go unseen. */
const QUIET_COMPONENTS = new Set(['Hint', 'Objectives', 'Opening', 'Predict', 'Remember']);

/**
 * A plugin for pages of chapters (other pages are left alone, the glossary itself among them). `docs` is the folder of all
 * pages, a URL with a slash at its end. Without a glossary in it nothing happens.
 */
export function glossaryLinks(docs: URL): MdastPluginEntry {
  const glossaries = new Map<Language, Glossary | null>();
  return ({ fileURL }) => {
    if (fileURL?.href.startsWith(docs.href) !== true) return null;
    const place = /^(ko\/)?(?!ko\/)[a-z0-9-]+\/[a-z0-9-]+\.mdx$/.exec(fileURL.href.slice(docs.href.length));
    if (place === null) return null;
    const language = place[1] === undefined ? 'en' : 'ko';
    if (!glossaries.has(language)) glossaries.set(language, readGlossary(docs, language));
    const glossary = glossaries.get(language) ?? null;
    return glossary === null ? null : linksTo(glossary, `/${place[0].replace(/\.mdx$/, '/')}`);
  };
}

/** For the page at `page`, a path from the root of the site. It remembers what it has linked. */
export function linksTo(glossary: Glossary, page: string): MdastPluginDefinition {
  const used = new Set<string>();
  return {
    name: 'site-glossary-links',
    text(node, context) {
      let around: Parents | undefined = context.parent(node);
      for (; around !== undefined && around.type !== 'root'; around = context.parent(around)) {
        if (UNTOUCHED.has(around.type)) return;
        if ('name' in around && typeof around.name === 'string' && QUIET_COMPONENTS.has(around.name)) return;
      }
      const found = occurrences(node.value, glossary, page, used);
      if (found.length === 0) return;
      let end = 0;
      const pieces = found.flatMap(({ term, from, to }) => {
        const before = { type: 'text' as const, value: node.value.slice(end, from) };
        end = to;
        return [
          before,
          {
            type: 'link' as const,
            url: `${glossary.path}#${term.anchor}`,
            data: { hProperties: { class: 'term' } },
            children: [{ type: 'text' as const, value: node.value.slice(from, to) }],
          },
          ...englishBeside(term, page, node.value.slice(from, to), node.value.slice(to)),
        ];
      });
      context.replaceNode(node, [...pieces, { type: 'text' as const, value: node.value.slice(end) }].filter((piece) => piece.type !== 'text' || piece.value !== ''));
    },
  };
}

/** The English in brackets, unless it stands there already or the term is itself in Latin letters, as GIL is. */
function englishBeside({ english, taughtOn }: Term, page: string, used: string, after: string) {
  if (english === null || taughtOn !== page || after.startsWith('(') || !/\p{Script=Hangul}/u.test(used)) return [];
  const properties = { hName: 'span', hProperties: { class: 'term-english', lang: 'en' } };
  return [{ type: 'emphasis' as const, data: properties, children: [{ type: 'text' as const, value: `(${english})` }] }];
}
