/**
 * The shape of each state of a task, as an SVG path on a grid of 16 by 16, filled. The colours are in states.css. Shape
 * and colour always go together: in the timeline, in prose, in the logo.
 */
export const stateNames = ['running', 'ready', 'waiting', 'blocking', 'done', 'failed', 'cancelled'] as const;

export type StateName = (typeof stateNames)[number];

const ring = 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13ZM8 3.7a4.3 4.3 0 1 0 0 8.6a4.3 4.3 0 1 0 0-8.6Z';

export const stateShapes: Readonly<Record<StateName, string>> = {
  running: 'M3.5 1.8L14 8L3.5 14.2Z',
  ready: 'M8 1L15 8L8 15L1 8Z',
  waiting: ring,
  blocking: 'M2 2H14V14H2Z',
  done: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z',
  failed: 'M3.6 2L8 6.4L12.4 2L14 3.6L9.6 8L14 12.4L12.4 14L8 9.6L3.6 14L2 12.4L6.4 8L2 3.6Z',
  cancelled: `${ring}M10.3 4.3L11.7 5.7L5.7 11.7L4.3 10.3Z`,
};
