/** The player's controls, as they stand before any script: in their place, so that nothing jumps, but not yet to be seen. */
import type { Timeline } from '../log/model.ts';
import { element, escapeText } from './markup.ts';
import type { Attributes } from './markup.ts';
import { SPEEDS } from './player/speeds.ts';
import type { TimelineWords } from './words.ts';

/** What a control does; the player finds it by `data-do`. */
export type Deed = 'to-start' | 'step-back' | 'play' | 'step-forward' | 'to-end';

/** Icons on a grid of 16 by 16. */
export const ICONS: Readonly<Record<Deed | 'pause', string>> = {
  'to-start': 'M3 3h2v10H3zM13 3v10L6 8z',
  'step-back': 'M10.5 3v10L4 8zM12 3h1.5v10H12z',
  play: 'M4 2.5v11L13.5 8z',
  pause: 'M4 3h3v10H4zM9 3h3v10H9z',
  'step-forward': 'M5.5 3v10L12 8zM2.5 3H4v10H2.5z',
  'to-end': 'M11 3h2v10h-2zM3 3v10l7-5z',
};

export function drawControls(timeline: Timeline, id: string, words: TimelineWords): string {
  const last = Math.max(0, timeline.steps.length - 1);
  const button = (deed: Deed, label: string): string =>
    element('button', { type: 'button', 'data-do': deed, 'aria-label': label, title: label }, drawIcon(deed));
  const time: Attributes = { type: 'range', 'data-tl': 'time', 'aria-label': words.time, min: 0, max: last, step: 1, value: last, autocomplete: 'off' };
  const longest = words.position(last + 1, last + 1);
  const speeds = SPEEDS.map((speed) => {
    const said = speed === Infinity ? words.instant : `${speed}×`;
    const input: Attributes = { type: 'radio', name: `${id}-speed`, value: speed, ...(speed === 1 ? { checked: '' } : {}) };
    return element('label', {}, voidElement('input', input), element('span', {}, escapeText(said)));
  });
  return (
    element(
      'div',
      { class: 'tl-controls' },
      element(
        'div',
        { class: 'tl-buttons' },
        button('to-start', words.toStart),
        button('step-back', words.stepBack),
        button('play', words.play),
        button('step-forward', words.stepForward),
        button('to-end', words.toEnd),
      ),
      voidElement('input', time),
      element('span', { class: 'tl-position', 'data-tl': 'position', 'data-longest': longest, 'aria-hidden': 'true' }, escapeText(longest)),
      element('fieldset', { class: 'tl-speeds', 'data-tl': 'speeds' }, element('legend', { class: 'tl-hidden' }, escapeText(words.speed)), ...speeds),
    ) +
    element(
      'p',
      { class: 'tl-sentence' },
      element('span', { class: 'tl-which', 'data-tl': 'which' }, escapeText(words.recordedRun)),
      ' ',
      element('span', { 'data-tl': 'sentence', role: 'status', 'aria-live': 'off' }, escapeText(summary(timeline, words))),
    )
  );
}

/** Cut out of a box by its style: the first picture in a timeline, to whoever looks for one, is the drawing. */
export function drawIcon(icon: keyof typeof ICONS): string {
  return element('span', { class: 'tl-icon', style: `clip-path: path('${ICONS[icon]}')` });
}

export function summary(timeline: Timeline, words: TimelineWords): string {
  const threads = timeline.groups.length;
  return words.summary(timeline.lanes.length - threads, threads, timeline.end.at, timeline.steps.length);
}

function voidElement(name: string, attributes: Attributes): string {
  return element(name, attributes).replace(`</${name}>`, '');
}
