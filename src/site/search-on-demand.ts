/**
 * Starlight fetches its search (26 kB) on every page as soon as the browser is idle. Most readers never search, so here it
 * comes when they turn to it. Starlight has no option for that; one line of its script is replaced.
 */
import type { AstroIntegration } from 'astro';

const SCRIPT = /\/Search\.astro\?astro&type=script/;
const WHEN_IDLE = 'const onIdle = window.requestIdleCallback || ((cb) => setTimeout(cb, 1));';
const ON_INTENT = 'const onIdle = (load: () => Promise<void>) => onSearchIntent(this, load);';

export function searchOnDemand(): AstroIntegration {
  return {
    name: 'search-on-demand',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [{ name: 'search-on-demand', transform: { order: 'pre', handler: onIntent } }] } });
      },
    },
  };
}

/** @throws where Starlight's script is not what it was, for then every page would be heavier. */
export function onIntent(code: string, id: string): string | undefined {
  if (!SCRIPT.test(id)) return undefined;
  if (!code.includes(WHEN_IDLE)) throw new Error(`Starlight's search has changed; look at ${import.meta.url}. Its script is now: ${code.slice(0, 4000)}`);
  return `import { onSearchIntent } from '/src/site/search-intent.ts';\n${code.replace(WHEN_IDLE, ON_INTENT)}`;
}
