/**
 * `<live-example>`: wakes up an island that is complete without it. This is all that a page loads at first; the editor
 * and Python come when the reader shows intent.
 */
import { Island } from './island.ts';
import { pageRuntime } from './runtime-source.ts';

export class LiveExample extends HTMLElement {
  #island: Island | null = null;
  #listening = new AbortController();

  /** Its island, once it is awake. */
  get island(): Island | null {
    return this.#island;
  }

  connectedCallback(): void {
    this.#listening = new AbortController();
    this.#island ??= new Island(this, pageRuntime);
    this.#island.wake(this.#listening.signal);
  }

  disconnectedCallback(): void {
    this.#island?.stop();
    this.#listening.abort();
  }
}

customElements.define('live-example', LiveExample);
