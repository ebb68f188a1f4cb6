import { createReadStream, cpSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What a browser may fetch to start Python. `pyodide-lock.json` and the rest are named by Pyodide itself. */
export const pythonFiles = {
  'pyodide.mjs': 'text/javascript',
  'pyodide.asm.mjs': 'text/javascript',
  'pyodide.asm.wasm': 'application/wasm',
  'python_stdlib.zip': 'application/zip',
  'pyodide-lock.json': 'application/json',
} as const;

export type PythonFile = keyof typeof pythonFiles;

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('pyodide/package.json'));

/** Version of the npm package, which is also the folder the files are served from. */
export const pyodideVersion: string = (
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
).version;

/** Folder of Python's files under the site's base path, with a slash at its end. The version makes it safe to cache for ever. */
export const pythonFolder = `_python/${pyodideVersion}/`;

/** Size of each file in bytes, as it is on disk; a server may send fewer. */
export const pythonBytes = Object.fromEntries(
  Object.keys(pythonFiles).map((name) => [name, statSync(join(folder, name)).size]),
) as Record<PythonFile, number>;

/**
 * Serves CPython (Pyodide's files, from npm) from the site itself, in `astro dev` and in the built site, so that
 * nothing is fetched from a third party. Page code learns where and how much from `virtual:python-assets`.
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
          const name = Object.keys(pythonFiles).find((file) => path.endsWith(`/${pythonFolder}${file}`));
          if (name === undefined) return next();
          response.setHeader('Content-Type', pythonFiles[name as PythonFile]);
          response.setHeader('Content-Length', pythonBytes[name as PythonFile]);
          createReadStream(join(folder, name)).pipe(response);
        });
      },
      'astro:build:done': ({ dir }) => {
        const target = join(fileURLToPath(dir), pythonFolder);
        mkdirSync(target, { recursive: true });
        for (const name of Object.keys(pythonFiles)) cpSync(join(folder, name), join(target, name));
      },
    },
  };
}

const moduleId = 'virtual:python-assets';

function virtualModule(base: string) {
  const total = Object.values(pythonBytes).reduce((sum, bytes) => sum + bytes, 0);
  return {
    name: 'python-assets',
    resolveId: (id: string) => (id === moduleId ? `\0${moduleId}` : undefined),
    load: (id: string) =>
      id === `\0${moduleId}`
        ? [
            `export const pyodideVersion = ${JSON.stringify(pyodideVersion)};`,
            `export const pythonUrl = ${JSON.stringify(`${base.replace(/\/$/, '')}/${pythonFolder}`)};`,
            `export const pythonBytes = ${JSON.stringify(pythonBytes)};`,
            `export const totalPythonBytes = ${total};`,
          ].join('\n')
        : undefined,
  };
}
