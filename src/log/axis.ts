/**
 * The axis of a timeline: simulated time from left to right, stretched where many steps share an instant.
 *
 *     steps of one instant   time passes      next instant
 *     │▁│▁│▁│▁│▁│──────────────────────────│▁│▁│▁│────────
 *     0 s                                  0.1 s
 *
 * Each step takes a slot of the same width, and after a step the time that passes takes a width in proportion to it. So
 * no step is lost, order is always visible, and equal durations look equally long (save that no stretch of time is
 * narrower than a slot, or 0.01 s would vanish beside 100 s). Positions go from 0 to 1 and never decrease with the
 * moment. The axis also says how wide a drawing should be, in pixels, so that a slot can be seen.
 */
import type { EventLog } from './events.ts';
import type { Moment } from './model.ts';
import type { Step } from './steps.ts';
import { ticksOf } from './ticks.ts';
import type { Tick } from './ticks.ts';

export interface Axis {
  /** Pixels that a drawing should have at least. */
  readonly width: number;
  /** Of these pixels, what one step takes. */
  readonly slot: number;
  /** Where something happens that happened at this moment, 0 to 1. */
  position(moment: Moment): number;
  /** Where the playhead stands when step `index` has happened and it is `at` seconds: right of the step's slot, 0 to 1. */
  playhead(index: number, at: number): number;
  /** The step in whose slot, or in the time after which, this position lies, and the time there. Inverse of `playhead`. */
  locate(position: number): { readonly index: number; readonly at: number };
  readonly instants: readonly Instant[];
  /** For a drawing of this width; what has room depends on it. */
  ticks(pixels: number): readonly Tick[];
}

/** Steps between which no time passes. */
export interface Instant {
  readonly at: number;
  readonly firstStep: number;
  readonly lastStep: number;
  /** Positions, 0 to 1. */
  readonly from: number;
  readonly to: number;
}

/** All steps together, where a slot of that share is neither too narrow to be seen nor wider than it need be. */
const STEPS_PIXELS = 250;
const WIDEST_SLOT_PIXELS = 11;
const NARROW_SLOT_PIXELS = 5.5;
/** From here on slots get narrower: it is better to see a long run at a glance than each of its steps. */
const MANY_STEPS_PIXELS = 500;
const NARROWEST_SLOT_PIXELS = 3;
/** And from here on narrower still: a drawing that is scrolled for ever shows nothing. */
const ENDLESS_PIXELS = 3000;
const THINNEST_SLOT_PIXELS = 2;
/** All time of a run together. */
const TIME_PIXELS = 220;

function slotPixels(steps: number): number {
  const share = (pixels: number): number => pixels / Math.max(1, steps);
  const few = Math.min(WIDEST_SLOT_PIXELS, Math.max(NARROW_SLOT_PIXELS, share(STEPS_PIXELS)));
  const many = Math.min(few, Math.max(NARROWEST_SLOT_PIXELS, share(MANY_STEPS_PIXELS)));
  return Math.min(many, Math.max(THINNEST_SLOT_PIXELS, share(ENDLESS_PIXELS)));
}

/** What a run must find room for: axes made for the same needs have the same scale. */
export interface Needs {
  readonly steps: number;
  readonly seconds: number;
}

export function needsOf(steps: readonly Step[]): Needs {
  return { steps: steps.length, seconds: steps.reduce((sum, { lasts }) => sum + lasts, 0) };
}

export function axisOf(log: EventLog, steps: readonly Step[], needs = needsOf(steps)): Axis {
  const slot = slotPixels(needs.steps);
  const starts = new Float64Array(steps.length + 1);
  for (const [index, { lasts }] of steps.entries()) {
    const time = lasts === 0 ? 0 : Math.max(slot, (lasts / needs.seconds) * TIME_PIXELS);
    starts[index + 1] = at(starts, index) + slot + time;
  }
  const width = Math.max(1, at(starts, steps.length));
  const stepOf = stepsBySeq(log, steps);

  const afterSlot = (index: number, seconds: number): number => {
    const from = Math.min(at(starts, index) + slot, width);
    const step = steps[index];
    if (step === undefined || step.lasts === 0) return from / width;
    const passed = Math.min(1, Math.max(0, (seconds - step.at) / step.lasts));
    return (from + passed * (at(starts, index + 1) - from)) / width;
  };

  const position = ({ seq, at: seconds }: Moment): number => {
    const index = stepOf[seq] ?? steps.length;
    return seconds > (log[seq]?.at ?? 0) ? afterSlot(index, seconds) : at(starts, index) / width;
  };

  const locate = (wanted: number): { index: number; at: number } => {
    const pixels = wanted * width;
    const index = lastBefore(starts, steps.length, pixels);
    const step = steps[index];
    if (step === undefined) return { index: 0, at: 0 };
    const from = at(starts, index) + slot;
    const time = at(starts, index + 1) - from;
    const passed = time === 0 || step.lasts === 0 ? 0 : Math.min(1, Math.max(0, (pixels - from) / time));
    return { index, at: step.at + passed * step.lasts };
  };

  const instants = instantsOf(steps, (index) => at(starts, index) / width, slot / width);
  return { width, slot, position, playhead: afterSlot, locate, instants, ticks: (pixels) => ticksOf(instants, pixels, afterSlot) };
}

function instantsOf(steps: readonly Step[], start: (index: number) => number, slot: number): readonly Instant[] {
  const instants: Instant[] = [];
  let first = 0;
  for (const [index, step] of steps.entries()) {
    if (step.lasts === 0 && index < steps.length - 1) continue;
    instants.push({ at: steps[first]?.at ?? 0, firstStep: first, lastStep: index, from: start(first), to: start(index) + slot });
    first = index + 1;
  }
  return instants;
}

function stepsBySeq(log: EventLog, steps: readonly Step[]): Uint32Array {
  const result = new Uint32Array(log.length);
  for (const { index, first, last } of steps) result.fill(index, first, last + 1);
  return result;
}

/** The largest index below `count` whose value is less than `wanted`; 0 if there is none. */
function lastBefore(values: Float64Array, count: number, wanted: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // Positions are fractions that were computed: a millionth of a pixel is rounding, not a place.
    if (at(values, middle) < wanted - 1e-6) low = middle;
    else high = middle - 1;
  }
  return low;
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
