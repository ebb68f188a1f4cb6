/** What must hold: one row for each number, with its targets. Pure. */
import type { Name } from './contenders.ts';
import { type RowSamples, type Samples, median } from './samples.ts';

export const rowIds = [
  'first-run',
  'first-visit',
  'later-run',
  'run-at-once',
  'stop',
  'page-bytes',
  'python-bytes',
  'offline-bytes',
  'memory',
  'work',
  'work-traced',
  'work-beside',
  'work-first',
  'check-speed',
  'check-time',
  'build-40',
  'build-400',
] as const;
export type RowId = (typeof rowIds)[number];

export type Unit = 'ms' | 's' | 'kB' | 'MB' | 'times';

/** At most so many units, or at least; or so many times what another has, or another row. */
export type Limit =
  | { readonly kind: 'at-most' | 'at-least'; readonly value: number }
  | { readonly kind: 'of'; readonly other: Exclude<Name, 'site'>; readonly times: number }
  | { readonly kind: 'of-row'; readonly other: 'build-40'; readonly times: number };

export interface RowRule {
  readonly unit: Unit;
  /** What of the samples counts. The largest where each must hold. */
  readonly counts: 'median' | 'largest';
  /** All must hold. None: the row is there for another to be compared with. */
  readonly limits: readonly Limit[];
}

const of = (other: 'pyscript' | 'stock', times: number): Limit => ({ kind: 'of', other, times });
const atMost = (value: number): Limit => ({ kind: 'at-most', value });

export const rules: Readonly<Record<RowId, RowRule>> = {
  'first-run': { unit: 'ms', counts: 'median', limits: [of('pyscript', 0.25)] },
  'first-visit': { unit: 'ms', counts: 'median', limits: [of('pyscript', 0.8)] },
  'later-run': { unit: 'ms', counts: 'median', limits: [atMost(50), of('pyscript', 1)] },
  'run-at-once': { unit: 'ms', counts: 'median', limits: [atMost(50), of('pyscript', 1)] },
  stop: { unit: 'ms', counts: 'median', limits: [atMost(500)] },
  'page-bytes': { unit: 'kB', counts: 'largest', limits: [atMost(120)] },
  'python-bytes': { unit: 'kB', counts: 'largest', limits: [of('stock', 1)] },
  'offline-bytes': { unit: 'kB', counts: 'largest', limits: [] },
  memory: { unit: 'MB', counts: 'median', limits: [of('stock', 1.3)] },
  work: { unit: 'ms', counts: 'median', limits: [of('stock', 1.1)] },
  'work-traced': { unit: 'ms', counts: 'median', limits: [of('stock', 1.5)] },
  'work-beside': { unit: 'ms', counts: 'median', limits: [] },
  'work-first': { unit: 'ms', counts: 'median', limits: [] },
  'check-speed': { unit: 'times', counts: 'median', limits: [{ kind: 'at-least', value: 60 }] },
  'check-time': { unit: 's', counts: 'median', limits: [atMost(15)] },
  'build-40': { unit: 's', counts: 'median', limits: [] },
  'build-400': { unit: 's', counts: 'median', limits: [{ kind: 'of-row', other: 'build-40', times: 1.2 }] },
};

export interface JudgedLimit {
  readonly limit: Limit;
  /** What is held against the limit: the row's value, or how many times the other's. */
  readonly value: number;
  readonly holds: boolean;
}

export interface JudgedRow {
  readonly id: RowId;
  readonly rule: RowRule;
  readonly values: Readonly<Partial<Record<Name, number>>>;
  readonly samples: number;
  readonly limits: readonly JudgedLimit[];
}

/**
 * The rows that were measured, in their order.
 * @param margin how many times its limit a value may be and still hold: 1, but where few samples say less.
 */
export function judge(samples: Samples, margin = 1): readonly JudgedRow[] {
  return rowIds.flatMap((id) => {
    const row = samples[id];
    if (row === undefined) return [];
    const rule = rules[id];
    const values = valuesOf(row, rule);
    const limits = rule.limits.map((limit) => judgeLimit(limit, values, samples, margin));
    return [{ id, rule, values, samples: row.site?.length ?? 0, limits }];
  });
}

function valuesOf(row: RowSamples, { counts }: RowRule): JudgedRow['values'] {
  const value = (samples: readonly number[]): number => (counts === 'median' ? median(samples) : Math.max(...samples));
  return Object.fromEntries(Object.entries(row).flatMap(([name, samples]) => (samples === undefined ? [] : [[name, value(samples)]])));
}

function judgeLimit(limit: Limit, values: JudgedRow['values'], samples: Samples, margin: number): JudgedLimit {
  // Without a number nothing holds: comparisons with NaN are false.
  const own = values.site ?? NaN;
  switch (limit.kind) {
    case 'at-most':
      return { limit, value: own, holds: own <= limit.value * margin };
    case 'at-least':
      return { limit, value: own, holds: own >= limit.value / margin };
    case 'of': {
      const value = own / (values[limit.other] ?? NaN);
      return { limit, value, holds: value <= limit.times * margin };
    }
    case 'of-row': {
      const other = samples[limit.other];
      const value = own / (other === undefined ? NaN : (valuesOf(other, rules[limit.other]).site ?? NaN));
      return { limit, value, holds: value <= limit.times * margin };
    }
  }
}
