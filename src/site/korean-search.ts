/**
 * Lets the search of Korean pages find nouns whatever particles they come with. Pagefind knows no Korean: it finds words
 * that begin with what is typed, so 코루틴 finds 코루틴은, but 코루틴을 finds only pages that say 코루틴을. What is typed
 * therefore loses its particles before it is looked up; excerpts and the index stay as they are.
 *
 * Pagefind's own page parts take a function for that (`processTerm`). Starlight hands them its options, but only such as
 * fit in JSON, through the module below; so the function is added there.
 */
import type { AstroIntegration } from 'astro';

/** Starlight's module with the options of the search, as resolved by Vite. */
const OPTIONS_MODULE = '\0virtual:starlight/pagefind-config';
const OPTIONS_EXPORT = 'export const pagefindUserConfig = ';

export function koreanSearch(): AstroIntegration {
  return {
    name: 'korean-search',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [{ name: 'korean-search', transform: withProcessTerm }] } });
      },
    },
  };
}

/** @throws where Starlight's module is not what it was, for then the search would quietly be worse. */
export function withProcessTerm(code: string, id: string): string | undefined {
  if (id !== OPTIONS_MODULE) return undefined;
  if (!code.startsWith(OPTIONS_EXPORT)) {
    throw new Error(`Starlight's options of the search have changed; look at ${import.meta.url}. They are now: ${code.slice(0, 200)}`);
  }
  const options = code.slice(OPTIONS_EXPORT.length).replace(/;\s*$/, '');
  return [
    "import { searchTerm } from '/src/site/search-term.ts';",
    `${OPTIONS_EXPORT}{ ...${options}, processTerm: (term) => searchTerm(term, document.documentElement.lang) };`,
  ].join('\n');
}
