import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { manifestOf } from './manifest.ts';

/** Puts the service worker into the built site. */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: { 'astro:build:done': ({ dir }) => writeServiceWorker(fileURLToPath(dir)) },
  };
}

/**
 * Writes `sw.js` for the site in `folder` as it is now, at its root: a service worker has no say above its own folder.
 * It is one file, with Workbox in it.
 */
export async function writeServiceWorker(folder: string): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      'process.env.NODE_ENV': '"production"',
      'self.__WB_MANIFEST': JSON.stringify(manifestOf(folder)),
    },
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: fileURLToPath(new URL('./service-worker.ts', import.meta.url)), formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
    },
  });
}
