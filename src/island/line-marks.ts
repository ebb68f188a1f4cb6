/**
 * What stands at the lines of the program while a run is looked at: who is there, in which state, and which line is pointed
 * at in the timeline. Pure but for `badge`.
 */
import { stateShapes } from '../styles/state-shapes.ts';
import type { State } from '../log/model.ts';
import type { Place } from '../log/timeline.ts';

export interface LineMark {
  readonly line: number;
  /** The state that gives the line its colour, for `data-here`; null where the line is only pointed at. */
  readonly state: State | null;
  /** A thread that runs a loop is at its line as well, but its tasks say more. */
  readonly quiet: boolean;
  /** A bar at this line has the pointer or the focus. */
  readonly pointed: boolean;
  /** Two marks with the same key look the same. */
  readonly key: string;
  /** Says who is at the line: shapes of states, and names. Null where nobody is. */
  readonly badge: (() => HTMLElement) | null;
}

/** Whoever runs comes before those who wait. */
const ORDER: readonly State[] = ['blocking', 'running', 'ready', 'waiting'];
/** More names than this are counted, not listed. */
const MANY_NAMES = 3;

/** One mark for each line at which somebody is, or which is pointed at; in no order. */
export function marksOf(places: readonly Place[], pointed: number | null): readonly LineMark[] {
  const byLine = Map.groupBy(places, ({ line }) => line ?? null);
  byLine.delete(null);
  const lines = new Set([...byLine.keys(), pointed].filter((line) => line !== null));
  const loops = new Set(places.flatMap(({ lane }) => (lane.kind === 'task' ? [lane.thread] : [])));
  return [...lines].map((line) => {
    const here = byLine.get(line) ?? [];
    const quiet = here.every(({ lane }) => lane.kind === 'thread' && loops.has(lane.thread));
    return markOf(line, here, quiet, line === pointed);
  });
}

function markOf(line: number, here: readonly Place[], quiet: boolean, pointed: boolean): LineMark {
  const states = ORDER.flatMap((state) => {
    const names = here.filter((place) => place.state === state).map(({ lane }) => lane.label);
    return names.length === 0 ? [] : [{ state, said: names.length > MANY_NAMES ? String(names.length) : names.join(', ') }];
  });
  const key = [pointed, quiet, ...states.flatMap(({ state, said }) => [state, said])].join();
  const state = states[0]?.state ?? null;
  return { line, state, quiet, pointed, key, badge: state === null ? null : () => badge(states) };
}

/** Its words are drawn by the style sheet, so that the text of the program stays the text of the program. */
function badge(states: readonly { readonly state: State; readonly said: string }[]): HTMLElement {
  const element = span('here');
  element.setAttribute('aria-hidden', 'true');
  const sheet = span('here-sheet');
  for (const { state, said } of states) {
    const entry = span('here-state');
    entry.dataset['state'] = state;
    entry.dataset['names'] = said;
    entry.innerHTML = `<svg viewBox="0 0 16 16"><path d="${stateShapes[state]}"/></svg>`;
    sheet.append(entry);
  }
  element.append(sheet);
  return element;
}

function span(className: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  return element;
}
