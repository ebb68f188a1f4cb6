/** Beside each label: the state of its lane at the playhead, as mark and line. Changes only what has changed. */
import type { Lane, Moment, State, Timeline } from '../../log/model.ts';
import { lineAt, spanAt } from '../../log/timeline.ts';
import { stateShapes } from '../../styles/state-shapes.ts';
import { drawShape } from '../draw.ts';
import type { TimelineWords } from '../words.ts';

interface Entry {
  readonly lane: Lane;
  readonly label: HTMLElement;
  readonly where: HTMLElement;
  readonly mark: Element;
  readonly shape: Element;
  readonly line: Text;
  shown: string;
}

export class LaneStates {
  readonly #words: TimelineWords;
  #entries: readonly Entry[] = [];

  constructor(words: TimelineWords) {
    this.#words = words;
  }

  /** The labels of a new drawing. */
  attach(figure: HTMLElement, timeline: Timeline): void {
    this.#entries = timeline.lanes.flatMap((lane) => {
      const label = figure.querySelector<HTMLElement>(`[data-lane="${lane.id}"]`);
      const where = label?.querySelector<HTMLElement>('.tl-where');
      if (label === null || where === null || where === undefined) return [];
      // Elements that stay: in a run that plays, marks change many times a second.
      where.innerHTML = drawShape('waiting');
      // One picture, named by its title: a mark alone says nothing to who does not see it.
      where.setAttribute('role', 'img');
      const mark = where.querySelector('svg');
      const shape = where.querySelector('path');
      if (mark === null || shape === null) return [];
      const line = document.createTextNode('');
      const number = document.createElement('span');
      number.className = 'tl-number';
      number.append(line);
      where.append(number);
      label.dataset['now'] = 'unborn';
      return [{ lane, label, where, mark, shape, line, shown: '' }];
    });
  }

  show(moment: Moment): void {
    for (const entry of this.#entries) {
      const state = spanAt(entry.lane, moment)?.state ?? 'unborn';
      const over = state === 'unborn' || state === 'done' || state === 'failed' || state === 'cancelled';
      const line = over ? undefined : lineAt(entry.lane, moment.seq);
      const shown = `${state} ${line}`;
      if (shown === entry.shown) continue;
      entry.shown = shown;
      this.#change(entry, state, line);
    }
  }

  #change({ label, where, mark, shape, line: text }: Entry, state: State | 'unborn', line: number | undefined): void {
    text.data = line === undefined ? '' : String(line);
    if (label.dataset['now'] !== state) label.dataset['now'] = state;
    if (state === 'unborn') {
      where.title = '';
      return;
    }
    mark.setAttribute('class', `tl-shape tl-${state}`);
    shape.setAttribute('d', stateShapes[state]);
    where.title = [this.#words.states[state], ...(line === undefined ? [] : [this.#words.line(line)])].join(', ');
  }
}
