/** tests/cpython/measured.json: the table of the last full run, for the documentation. Written only by `npm run test:cpython -- --write`. Node. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'astro/zod';
import type { ModuleCounts } from './table.ts';

const FILE = new URL('../../tests/cpython/measured.json', import.meta.url);

const countsSchema = z.strictObject({
  run: z.number(),
  passed: z.number(),
  failed: z.strictObject({ platform: z.number(), 'later-fix': z.number(), runtime: z.number(), unexpected: z.number() }),
  expected: z.number(),
  skipped: z.number(),
});

const measuredSchema = z.array(z.strictObject({ module: z.string(), counts: countsSchema }));

export function readMeasured(): readonly ModuleCounts[] {
  return measuredSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

export function writeMeasured(rows: readonly ModuleCounts[]): void {
  const lines = rows.map(({ module, counts }) => `  ${JSON.stringify({ module, counts })}`);
  writeFileSync(FILE, `[\n${lines.join(',\n')}\n]\n`);
}
