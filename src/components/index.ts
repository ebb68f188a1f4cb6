/** What pages use: `import { Example, Predict } from '~/components';` */
export { default as ChapterMap } from './ChapterMap.astro';
export { default as Example } from './Example.astro';
export { default as Exercise } from './Exercise.astro';
export { default as Hint } from './Hint.astro';
export { default as Objectives } from './Objectives.astro';
export { default as Opening } from './Opening.astro';
export { default as Playground } from './Playground.astro';
export { default as Predict } from './Predict.astro';
export { default as Progress } from './Progress.astro';
export { default as ReadingHour } from './ReadingHour.astro';
export { default as Remember } from './Remember.astro';
export { default as State } from './State.astro';
export { default as StateLegend } from './StateLegend.astro';
export { default as YouMayHaveRead } from './YouMayHaveRead.astro';
