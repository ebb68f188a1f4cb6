/**
 * The log named `Output`: a view of the player. Shows the output up to the playhead, and changes at each frame only the
 * lines that changed.
 */
import type { IslandWords } from '../i18n/island.ts';
import type { RunEvent } from '../log/events.ts';
import { lineView } from './line-view.ts';
import { OutputBuffer, type OutputLine } from './output-buffer.ts';
import type { Frame } from './player.ts';

/** So many new lines at once are a flood: nobody reads them, so they are drawn only now and then. */
const FLOOD_LINES = 100;
/** Between two drawings of a flood, in milliseconds of real time, at the least; on a slow machine longer. */
const FLOOD_PAUSE = 200;
/** Of the time of the page, a flood gets one part in so many: the rest is for the reader, who wants to press Stop. */
const FLOOD_SHARE = 5;
/** From so many lines on, the style sheet spares the browser the pages out of sight. */
const MANY_LINES = 200;
/**
 * Lines stand together in pages: a browser that is spared what is out of sight asks at each frame, of each part that it
 * is spared, whether it has come into sight. The style sheet counts on this number.
 */
const PAGE_LINES = 50;

interface Shown {
  readonly element: HTMLElement;
  readonly revision: number;
}

export class OutputView {
  readonly #root: HTMLElement;
  readonly #words: IslandWords;
  /** What stood there when the page was loaded: the recorded output. */
  readonly #recorded: readonly ChildNode[];
  #log: readonly RunEvent[] = [];
  #buffer = new OutputBuffer();
  /** How many events of the log are in the buffer. */
  #applied = 0;
  readonly #answers = new Map<number, string>();
  readonly #shown = new Map<number, Shown>();
  #gap: HTMLElement | null = null;
  #drawnAt = -Infinity;
  #pause = FLOOD_PAUSE;
  /** How many lines there were when they were last drawn. */
  #drawnLines = 0;
  /** In CSS pixels, as last laid out. */
  #height = 0;
  /** Whether the end of the output is about to be scrolled into view. */
  #follows = false;
  #waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(root: HTMLElement, words: IslandWords) {
    this.#root = root;
    this.#words = words;
    // To ask for the height when it is needed would have the page laid out just then.
    new ResizeObserver(() => (this.#height = root.offsetHeight)).observe(root);
    this.#recorded = [...root.childNodes];
  }

  /** Brings the recorded output back. It is what all of `log` comes to. */
  showRecorded(log: readonly RunEvent[] = []): void {
    this.#restart(log);
    this.#applied = log.length;
    this.#root.removeAttribute('data-many');
    this.#root.replaceChildren(...this.#recorded);
    this.#root.style.removeProperty('min-height');
  }

  show({ log, visible }: Frame): void {
    if (log === this.#log && visible === this.#applied && this.#waiting === null) return;
    if (log !== this.#log) this.#restart(log);
    else if (visible < this.#applied) this.#goBack();
    for (const event of log.slice(this.#applied, visible)) this.#apply(event);
    this.#applied = visible;
    const flood = this.#buffer.count - this.#drawnLines > FLOOD_LINES && performance.now() - this.#drawnAt < this.#pause;
    // The end is never put off: who sees that a run is over sees all of it.
    if (!flood || log[visible - 1]?.kind === 'end') this.#render();
    else this.#waiting ??= setTimeout(() => this.#render(), this.#pause);
  }

  /** The reader has typed `line` in answer to the event numbered `seq`: it is echoed, as a terminal does. */
  echo(seq: number, line: string): void {
    this.#answers.set(seq, line);
    const event = this.#log[this.#applied - 1];
    if (event?.seq !== seq) return;
    this.#apply(event);
    this.#render();
  }

  #restart(log: readonly RunEvent[]): void {
    if (log !== this.#log) this.#answers.clear();
    this.#log = log;
    this.#buffer = new OutputBuffer();
    this.#settle();
    this.#drawnAt = -Infinity;
    this.#applied = 0;
    this.#shown.clear();
    this.#gap = null;
    this.#keepHeight();
    this.#root.replaceChildren();
  }

  /** The playhead has gone back: lines that say what they said stay, the others are drawn anew or taken away. */
  #goBack(): void {
    // The recorded output is not made of these lines, and with lines left out all of them stand elsewhere.
    if (this.#shown.size === 0 || this.#gap !== null) return this.#restart(this.#log);
    this.#keepHeight();
    this.#buffer = new OutputBuffer();
    this.#applied = 0;
  }

  /** The page below must not jump up when a run begins with empty hands. */
  #keepHeight(): void {
    this.#root.style.minHeight = `${this.#height}px`;
  }

  #apply(event: RunEvent): void {
    if (event.kind === 'write') {
      this.#buffer.omit(event.omittedLines ?? 0);
      this.#buffer.write(event.at, event.stream, event.text);
    }
    if (event.kind !== 'input-requested') return;
    const answer = this.#answers.get(event.seq);
    if (answer !== undefined) this.#buffer.write(event.at, 'input', `${answer}\n`);
  }

  #render(): void {
    const drawn = this.#drawnLines;
    this.#settle();
    // Asked before writing: a reader who has scrolled up to read is left there.
    const followed = this.#follows || drawn === 0 || this.#isAtEnd();
    this.#root.toggleAttribute('data-many', this.#buffer.count >= MANY_LINES);
    const first = this.#buffer.first;
    const last = this.#buffer.last;
    for (let number = this.#buffer.count; number < drawn; number += 1) this.#takeAway(number);
    this.#renderLines(first, undefined);
    this.#renderGap(last[0]?.number ?? this.#buffer.count);
    this.#renderLines(last, this.#buffer.omittedLines === 0 ? first.at(-1) : undefined);
    if (followed) this.#follow();
    const now = performance.now();
    this.#pause = Math.max(FLOOD_PAUSE, (now - this.#drawnAt) * (FLOOD_SHARE - 1));
    this.#drawnAt = now;
  }

  #isAtEnd(): boolean {
    const { scrollTop, scrollHeight, clientHeight } = this.#root;
    return scrollTop + clientHeight >= scrollHeight - 4;
  }

  /** Scrolls to the end when the next frame begins: the page is laid out by then, and need not be for this alone. */
  #follow(): void {
    if (this.#follows) return;
    this.#follows = true;
    requestAnimationFrame(() => {
      this.#follows = false;
      this.#root.scrollTop = this.#root.scrollHeight;
    });
  }

  #takeAway(number: number): void {
    const element = this.#shown.get(number)?.element;
    const page = element?.parentElement;
    element?.remove();
    if (page?.childElementCount === 0) page.remove();
    this.#shown.delete(number);
  }

  #append(line: HTMLElement): void {
    let page = this.#root.lastElementChild;
    if (page === null || page.childElementCount >= PAGE_LINES) {
      page = block('out-page');
      this.#root.append(page);
    }
    page.append(line);
  }

  /** What waited to be drawn is being drawn, or no longer wanted. */
  #settle(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = null;
    this.#drawnAt = performance.now();
    this.#drawnLines = this.#buffer.count;
  }

  #renderLines(lines: readonly OutputLine[], before: OutputLine | undefined): void {
    for (const line of lines) {
      const shown = this.#shown.get(line.number);
      if (shown?.revision !== line.revision) {
        const element = lineElement(line, before, this.#words);
        if (shown === undefined) this.#append(element);
        else shown.element.replaceWith(element);
        this.#shown.set(line.number, { element, revision: line.revision });
      }
      before = line;
    }
  }

  /** Says how many lines are left out before the line numbered `from`, and takes those away that have gone stale. */
  #renderGap(from: number): void {
    const omitted = this.#buffer.omittedLines;
    if (omitted === 0) return;
    for (const number of this.#shown.keys()) {
      if (number >= from) break;
      if (number >= from - omitted) this.#takeAway(number);
    }
    if (this.#gap === null) {
      this.#gap = document.createElement('p');
      this.#gap.className = 'out-gap';
      this.#shown.get(from - omitted - 1)?.element.after(this.#gap);
    }
    this.#gap.dataset['omitted'] = String(omitted);
    this.#gap.textContent = this.#words.linesOmitted(omitted);
  }
}

/** The same markup as OutputLines.astro. */
function lineElement(line: OutputLine, before: OutputLine | undefined, words: IslandWords): HTMLElement {
  const view = lineView(line, before);
  const element = block('out-line');
  element.dataset['at'] = view.at;
  element.dataset['stream'] = view.stderr ? 'stderr' : 'stdout';
  const time = span('out-time', view.time);
  if (view.sameTime) time.dataset['same'] = '';
  const text = span('out-text');
  for (const { origin, text: written } of view.segments) {
    const segment = span('out-segment', written);
    segment.dataset['origin'] = origin;
    text.append(segment);
  }
  if (view.omittedCharacters > 0) text.append(span('out-more', words.charactersOmitted(view.omittedCharacters)));
  element.append(time, span('out-mark', view.stderr ? words.stderr : ''), text);
  return element;
}

function block(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

function span(className: string, text = ''): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}
