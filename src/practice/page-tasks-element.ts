/** `<page-tasks>`: shows how many of its tasks are done, as a ring that fills and in words for those who hear it. */
import { progressWords } from '../i18n/progress.ts';
import { pageProgress } from './page-progress.ts';
import { isTaskId } from './progress.ts';

class PageTasks extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    pageProgress.watch(() => this.#show(), this.#listening.signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #show(): void {
    const tasks = (this.dataset['tasks'] ?? '').split(' ').filter(isTaskId);
    const done = tasks.filter((task) => pageProgress.has(task)).length;
    this.style.setProperty('--done', String(done / tasks.length));
    this.toggleAttribute('data-begun', done > 0);
    this.toggleAttribute('data-all', done === tasks.length);
    const words = document.createElement('span');
    words.className = 'visually-hidden';
    words.textContent = done === 0 ? '' : ` (${progressWords(document.documentElement.lang).tasksDone(done, tasks.length)})`;
    this.replaceChildren(words);
  }
}

customElements.define('page-tasks', PageTasks);
