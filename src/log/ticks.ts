/** Labels of a timeline's axis: instants at which something happens, and round times within long stretches of time. */
import type { Instant } from './axis.ts';

export interface Tick {
  /** Simulated seconds. */
  readonly at: number;
  /** 0 to 1. */
  readonly position: number;
  /** Whether there is room for its label. */
  readonly labelled: boolean;
  /** True where something happens; false for a round time in between. */
  readonly eventful: boolean;
}

/** Room that a label takes at least, in pixels: `12.34 s` in small type, and some air. */
const LABEL_PIXELS = 40;
/** Wanted distance of round times within a stretch, in pixels. */
const ROUND_PIXELS = 64;

export function ticksOf(
  instants: readonly Instant[],
  width: number,
  positionAt: (step: number, at: number) => number,
): readonly Tick[] {
  const ticks: Tick[] = instants.map(({ at, from }) => ({ at, position: from, labelled: false, eventful: true }));
  for (const [index, instant] of instants.entries()) {
    const next = instants[index + 1];
    if (next === undefined) continue;
    const room = (next.from - instant.to) * width;
    for (const at of roundTimes(instant.at, next.at, Math.floor(room / ROUND_PIXELS))) {
      ticks.push({ at, position: positionAt(instant.lastStep, at), labelled: false, eventful: false });
    }
  }
  ticks.sort((a, b) => a.position - b.position);
  return label(ticks, width);
}

/** About `count` round times strictly between two times: multiples of 1, 2 or 5 times a power of ten. */
function roundTimes(from: number, to: number, count: number): readonly number[] {
  if (count < 1) return [];
  const rough = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const unit = power * (rough / power <= 1 ? 1 : rough / power <= 2 ? 2 : rough / power <= 5 ? 5 : 10);
  const times: number[] = [];
  for (let n = Math.floor(from / unit) + 1; n * unit < to - unit / 4; n += 1) {
    if (n * unit > from + unit / 4) times.push(Number((n * unit).toPrecision(12)));
  }
  return times;
}

/** Gives labels to as many ticks as have room: the first and the last, then where something happens, then the rest. */
function label(ticks: readonly Tick[], width: number): readonly Tick[] {
  const last = ticks.length - 1;
  const rank = (index: number): number => (index === 0 || index === last ? 0 : ticks[index]?.eventful === true ? 1 : 2);
  const order = ticks.map((_tick, index) => index).sort((a, b) => rank(a) - rank(b) || a - b);
  const taken = new Set<number>();
  const cells = new Map<number, number>();
  for (const index of order) {
    const pixels = (ticks[index]?.position ?? 0) * width;
    const cell = Math.floor(pixels / LABEL_PIXELS);
    const near = [cell - 1, cell, cell + 1].some((key) => Math.abs((cells.get(key) ?? -Infinity) - pixels) < LABEL_PIXELS);
    if (near) continue;
    cells.set(cell, pixels);
    taken.add(index);
  }
  return ticks.map((tick, index) => ({ ...tick, labelled: taken.has(index) }));
}
