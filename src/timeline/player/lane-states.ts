/** Beside each label: the state of its lane at the playhead, as mark and line. Changes only what has changed. */
import type { Lane, Moment, Timeline } from '../../log/model.ts';
import { lineAt, spanAt } from '../../log/timeline.ts';
import { drawShape } from '../draw.ts';
import type { TimelineWords } from '../words.ts';

interface Entry {
  readonly lane: Lane;
  readonly label: HTMLElement;
  readonly where: HTMLElement;
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
      return label instanceof HTMLElement && where instanceof HTMLElement ? [{ lane, label, where, shown: '' }] : [];
    });
  }

  show(moment: Moment): void {
    for (const entry of this.#entries) {
      const span = spanAt(entry.lane, moment);
      const line = lineAt(entry.lane, moment.seq);
      const over = span === undefined || span.state === 'done' || span.state === 'failed' || span.state === 'cancelled';
      const where = line === undefined || over ? '' : String(line);
      const shown = `${span?.state ?? ''} ${where}`;
      if (shown === entry.shown) continue;
      entry.shown = shown;
      entry.label.dataset['state'] = span?.state ?? 'unborn';
      entry.where.innerHTML = span === undefined ? '' : drawShape(span.state) + where;
      entry.where.title = span === undefined ? '' : [this.#words.states[span.state], ...(line === undefined || over ? [] : [this.#words.line(line)])].join(', ');
    }
  }
}
