/** `npm run content:count`: what there is on the pages, by chapter and language, and what is missing. Fails where something is. */
import { countContent, missingIn, tableOf } from '../site/content-count.ts';

const count = await countContent();
console.log(tableOf(count));
process.exitCode = missingIn(count) === 0 ? 0 : 1;
