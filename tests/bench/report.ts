/** The rows as a table for the terminal. Pure. */
import type { PageJudgement } from './measure/lighthouse.ts';
import type { JudgedLimit, JudgedRow, Limit, Unit } from './rows.ts';

const COLUMNS = ['', 'at most', 'this site', 'PyScript', 'stock', 'comes to', '', 'samples'];

export function formatReport(rows: readonly JudgedRow[]): string {
  const table = [COLUMNS, ...rows.flatMap(linesOf)];
  const widths = COLUMNS.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  return table.map((line) => line.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}

/** A line for each limit; the numbers stand in the first. */
function linesOf({ id, rule, values, samples, limits }: JudgedRow): readonly (readonly string[])[] {
  const numbers = [values.site, values.pyscript, values.stock].map((value) => (value === undefined ? '' : formatValue(value, rule.unit)));
  if (limits.length === 0) return [[id, '', ...numbers, '', '', String(samples)]];
  return limits.map((judged, index) => [
    index === 0 ? id : '',
    formatLimit(judged.limit, rule.unit),
    ...(index === 0 ? numbers : ['', '', '']),
    comesTo(judged, rule.unit),
    judged.holds ? 'holds' : 'DOES NOT HOLD',
    index === 0 ? String(samples) : '',
  ]);
}

function formatLimit(limit: Limit, unit: Unit): string {
  switch (limit.kind) {
    case 'at-most':
      return formatValue(limit.value, unit);
    case 'at-least':
      return `at least ${formatValue(limit.value, unit)}`;
    case 'of':
    case 'of-row':
      return `${limit.times} of ${limit.other}`;
  }
}

function comesTo({ limit, value }: JudgedLimit, unit: Unit): string {
  return limit.kind === 'of' || limit.kind === 'of-row' ? value.toFixed(2) : formatValue(value, unit);
}

/** As many digits as mean something. */
export function formatValue(value: number, unit: Unit): string {
  const digits = value >= 100 || unit === 'ms' ? 0 : value >= 10 ? 1 : 2;
  return unit === 'times' ? value.toFixed(digits) : `${value.toFixed(digits)} ${unit}`;
}

export function formatJudgements(pages: readonly PageJudgement[]): string {
  const line = ({ path, performance, accessibility, bestPractices, seo, largestPaintMs, shift, blockedMs, failing }: PageJudgement): string =>
    `${path}  performance ${performance}, accessibility ${accessibility}, best practices ${bestPractices}, SEO ${seo}; ` +
    `largest paint ${largestPaintMs.toFixed(0)} ms, shift ${shift.toFixed(3)}, blocked ${blockedMs.toFixed(0)} ms ${failing.join(', ')}`;
  return pages.map(line).join('\n');
}
