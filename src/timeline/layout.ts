/** Where things stand in the drawing: lanes from top to bottom in pixels, time from left to right in percent. */
import type { Lane, LaneId, Timeline } from '../log/model.ts';

export interface Row {
  readonly lane: Lane;
  /** Top of the row, and its middle, in pixels. */
  readonly top: number;
  readonly middle: number;
  readonly height: number;
  /** How tall a bar of this row is. */
  readonly bar: number;
  /** A thread whose loop has tasks: it shows once more what they show, and stands back. */
  readonly runsLoop: boolean;
}

export interface Layout {
  readonly rows: readonly Row[];
  /** The row of a lane. */
  readonly row: (id: LaneId) => Row | undefined;
  /** Height of the axis above the first row, and of the whole drawing. */
  readonly axis: number;
  readonly height: number;
  /** Whether rows are tall enough for words in bars. */
  readonly roomy: boolean;
}

/** How wide a drawing is at least where `timeline.css` shows `.tl-wide`. */
export const WIDE_PIXELS = 700;

export const AXIS_PIXELS = 28;
const GROUP_GAP_PIXELS = 10;
const FOOT_PIXELS = 8;

/** Row heights by the number of lanes: few lanes breathe, many still fit a screen. */
const DENSITIES: readonly { readonly upTo: number; readonly row: number; readonly bar: number }[] = [
  { upTo: 9, row: 34, bar: 18 },
  { upTo: 18, row: 27, bar: 15 },
  { upTo: 30, row: 21, bar: 12 },
  { upTo: Infinity, row: 16, bar: 10 },
];
const ROOMY_ROW_PIXELS = 21;

export function layoutOf(timeline: Timeline): Layout {
  const density = DENSITIES.find(({ upTo }) => timeline.lanes.length <= upTo) ?? { row: 16, bar: 10 };
  const rows: Row[] = [];
  let top = AXIS_PIXELS;
  let alone = true;
  for (const { thread, tasks } of timeline.groups) {
    // Threads that run no loop stand close together.
    if (rows.length > 0 && !(alone && tasks.length === 0)) top += GROUP_GAP_PIXELS;
    alone = tasks.length === 0;
    for (const lane of [thread, ...tasks]) {
      const runsLoop = lane === thread && tasks.length > 0;
      const bar = runsLoop ? Math.round(density.bar * 0.5) : density.bar;
      rows.push({ lane, top, middle: top + density.row / 2, height: density.row, bar, runsLoop });
      top += density.row;
    }
  }
  const byId = new Map(rows.map((row) => [row.lane.id, row]));
  return {
    rows,
    row: (id) => byId.get(id),
    axis: AXIS_PIXELS,
    height: top + FOOT_PIXELS,
    roomy: density.row >= ROOMY_ROW_PIXELS,
  };
}

/** From where a step begins to its middle, in pixels; where slots are wide, near its beginning. */
export function middleOf({ axis }: Timeline): number {
  return Math.min(4.5, axis.slot / 2);
}

/** A position of the axis, as an SVG length. */
export function percent(position: number): string {
  return `${Number((position * 100).toFixed(3))}%`;
}
