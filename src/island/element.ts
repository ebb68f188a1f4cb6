/**
 * `<live-example>`: wakes up an island that is complete without it. This is all that a page loads at first; the editor
 * and Python come when the reader shows intent. With the attribute `data-sealed` it sleeps: nothing can be run or changed
 * as long as the reader is to predict what the program does.
 */
import { Island } from './island.ts';
import { pageRuntime } from './runtime-source.ts';

export class LiveExample extends HTMLElement {
  static readonly observedAttributes = ['data-sealed'];

  #island: Island | null = null;
  #listening = new AbortController();

  /** Its island, once it is awake. */
  get island(): Island | null {
    return this.#island;
  }

  connectedCallback(): void {
    this.#wake();
  }

  disconnectedCallback(): void {
    this.#sleep();
  }

  attributeChangedCallback(): void {
    if (!this.isConnected) return;
    if (this.hasAttribute('data-sealed')) this.#sleep();
    else this.#wake();
  }

  #wake(): void {
    if (this.hasAttribute('data-sealed')) return;
    this.#listening = new AbortController();
    this.#island ??= new Island(this, pageRuntime);
    this.#island.wake(this.#listening.signal);
  }

  #sleep(): void {
    this.#island?.stop();
    this.#listening.abort();
  }
}

customElements.define('live-example', LiveExample);
