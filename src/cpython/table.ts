/** The results as a table for the terminal. Pure. */
import { type Counts, allFailed, passRate, sum } from './judge.ts';

export interface ModuleCounts {
  readonly module: string;
  readonly counts: Counts;
}

/** Columns of the table, in order. */
export const columns = ['run', 'passed', 'failed', 'of these platform', 'later fix', 'runtime', 'expected to fail', 'skipped'] as const;

/** The numbers of a row, in the order of `columns`. */
export function cells({ run, passed, failed, expected, skipped }: Counts): readonly number[] {
  return [run, passed, allFailed(failed), failed.platform, failed['later-fix'], failed.runtime + failed.unexpected, expected, skipped];
}

export function formatTable(rows: readonly ModuleCounts[]): string {
  const total = sum(rows.map(({ counts }) => counts));
  const lines = [...rows, { module: 'total', counts: total }].map(({ module, counts }) => [module, ...cells(counts).map(String)]);
  const table = [['module', ...columns], ...lines];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const text = table.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
  return [...text, `${passRate(total).toFixed(2)} % of those that this platform can run pass.`].join('\n');
}
