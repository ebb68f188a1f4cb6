/** What was measured last, in full: tests/bench/results.json, from which the page about speed is made. Node. */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { rowIds } from './rows.ts';
import type { Samples } from './samples.ts';

const FILE = new URL('results.json', import.meta.url);

const numbers = z.array(z.number()).readonly();

const judgementSchema = z.strictObject({
  path: z.string(),
  performance: z.number(),
  accessibility: z.number(),
  bestPractices: z.number(),
  seo: z.number(),
  largestPaintMs: z.number(),
  shift: z.number(),
  blockedMs: z.number(),
  failing: z.array(z.string()).readonly(),
});

const resultsSchema = z.strictObject({
  /** Of the machine and of what ran on it, at the latest measurement. */
  machine: z.strictObject({
    date: z.string(),
    processor: z.string(),
    cores: z.number(),
    memoryGB: z.number(),
    chromium: z.string(),
    pyodide: z.string(),
    pyscript: z.string(),
  }),
  /** Each number that was measured, by row and by whose it is. */
  rows: z.partialRecord(z.enum(rowIds), z.strictObject({ site: numbers.optional(), pyscript: numbers.optional(), stock: numbers.optional() })),
  lighthouse: z.array(judgementSchema).readonly(),
});

export type Results = z.infer<typeof resultsSchema>;

export function readResults(): Results {
  return resultsSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));
}

/** What is measured anew takes the place of what was there; the rest stays. */
export function writeResults(machine: Results['machine'], samples: Samples, lighthouse: Results['lighthouse']): void {
  const before = readResults();
  const rows = { ...before.rows, ...rounded(samples) };
  const results: Results = { machine, rows, lighthouse: lighthouse.length > 0 ? lighthouse : before.lighthouse };
  // Checked before it is written: NaN would be read back as null.
  writeFileSync(FILE, `${JSON.stringify(resultsSchema.parse(results), null, 1)}\n`);
}

/** To a thousandth of the unit: finer is noise. */
function rounded(samples: Samples): Results['rows'] {
  const round = (values: readonly number[] = []): number[] => values.map((value) => Math.round(value * 1000) / 1000);
  return Object.fromEntries(
    Object.entries(samples).map(([row, ofRow = {}]) => [row, Object.fromEntries(Object.entries(ofRow).map(([name, values]) => [name, round(values)]))]),
  );
}
