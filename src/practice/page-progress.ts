/** The progress of the reader of this page; everything on it that shows or changes progress shares it. */
import { KeptProgress } from './kept-progress.ts';

export const pageProgress = new KeptProgress();

// `key` is null where everything was cleared.
window.addEventListener('storage', ({ key }) => pageProgress.reload(key));
