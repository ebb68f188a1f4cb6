import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pythonPackage } from './python-package.ts';

/**
 * Serves CPython (Pyodide's files, from npm) from the site itself, in `astro dev` and in the built site, so that
 * nothing is fetched from a third party. Page code learns what there is from `virtual:python-assets`.
 */
export function pythonAssets(): AstroIntegration {
  return {
    name: 'python-assets',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        updateConfig({ vite: { plugins: [virtualModule(config.base)] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = request.url?.split('?')[0] ?? '';
          void pythonPackage().then(({ folder, contents }) => {
            const name = Object.keys(contents).find((file) => path.endsWith(`/${folder}${file}`));
            if (name === undefined) return next();
            response.setHeader('Content-Type', name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream');
            response.end(contents[name]);
          }, next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const { folder, contents } = await pythonPackage();
        const target = join(fileURLToPath(dir), folder);
        mkdirSync(target, { recursive: true });
        for (const [name, content] of Object.entries(contents)) writeFileSync(join(target, name), content);
      },
    },
  };
}

const moduleId = 'virtual:python-assets';

function virtualModule(base: string) {
  return {
    name: 'python-assets',
    resolveId: (id: string) => (id === moduleId ? `\0${moduleId}` : undefined),
    load: async (id: string) => {
      if (id !== `\0${moduleId}`) return undefined;
      const { folder, files } = await pythonPackage();
      return `export const pythonFiles = ${JSON.stringify({ ...files, folder: `${base.replace(/\/$/, '')}/${folder}` })};`;
    },
  };
}
