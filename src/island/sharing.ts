/** Copy, Share and `Open in the playground`: the ways in which a program leaves the page. */
import type { IslandWords } from '../i18n/island.ts';
import type { CodePane } from './code-pane.ts';
import type { Parts } from './parts.ts';
import { shareHash } from './share.ts';

/** How long a message stays, in milliseconds of real time: long enough to read twice. */
const TOLD_FOR = 5000;

export class Sharing {
  readonly #parts: Parts;
  readonly #words: IslandWords;
  readonly #pane: CodePane;
  readonly #playground: string;
  readonly #open: HTMLAnchorElement | null;
  #untell: ReturnType<typeof setTimeout> | null = null;

  constructor(island: HTMLElement, parts: Parts, words: IslandWords, pane: CodePane, playground: string) {
    this.#parts = parts;
    this.#words = words;
    this.#pane = pane;
    this.#playground = playground;
    this.#open = island.querySelector('a[data-action=open]');
    island.querySelector('[data-action=copy]')?.addEventListener('click', () => void this.#copy());
    island.querySelector('[data-action=share]')?.addEventListener('click', () => void this.#share());
  }

  /** The links must say what the program says now. */
  programChanged(): void {
    this.#parts.share.hidden = true;
    if (this.#open === null) return;
    const source = this.#pane.source;
    void shareHash(source).then((hash) => {
      // Compressing takes a moment, in which the reader may have typed on.
      if (source === this.#pane.source && this.#open !== null) this.#open.href = this.#playground + hash;
    });
  }

  async #copy(): Promise<void> {
    const copied = await writeClipboard(this.#pane.source);
    if (!copied) await this.#pane.selectAll();
    this.#tell(copied ? this.#words.copied : this.#words.notCopied);
  }

  async #share(): Promise<void> {
    const { share, link } = this.#parts;
    link.value = new URL(this.#playground + (await shareHash(this.#pane.source)), location.href).href;
    share.hidden = false;
    const copied = await writeClipboard(link.value);
    if (!copied) {
      link.focus();
      link.select();
    }
    this.#tell(copied ? this.#words.linkCopied : this.#words.linkNotCopied);
  }

  #tell(text: string): void {
    const { toast } = this.#parts;
    // The same words twice are two messages; a region that does not change is not announced.
    toast.textContent = '';
    requestAnimationFrame(() => {
      toast.textContent = text;
    });
    if (this.#untell !== null) clearTimeout(this.#untell);
    this.#untell = setTimeout(() => {
      toast.textContent = '';
    }, TOLD_FOR);
  }
}

/** False where the browser does not allow it: without https, or without the reader's permission. */
async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
