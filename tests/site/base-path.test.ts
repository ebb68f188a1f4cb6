import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { readSite } from './built-site.ts';
import { deadLinks } from './links.ts';

const base = '/some/where/';
const folder = '.cache/site-under-base';
const generous = 180_000;

it(
  'the site built for another base path leads nowhere else',
  () => {
    // Vitest sets variables of its own, BASE_URL and NODE_ENV among them, that a build would take for its own.
    const { BASE_URL: _base, NODE_ENV: _mode, ...environment } = process.env;
    const build = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder], {
      encoding: 'utf8',
      env: { ...environment, BASE_PATH: base, ASTRO_TELEMETRY_DISABLED: '1' },
    });
    expect(build.status, `${build.stdout}${build.stderr}`).toBe(0);
    expect(deadLinks(readSite(folder, base))).toEqual([]);
  },
  generous,
);
