/** `npm run new:example -- <chapter>/<name>`: makes the program of a new example, and says what to do next. */
import { newExample } from '../scaffold/scaffold.ts';
import { written } from './written.ts';

const [id, ...more] = process.argv.slice(2);
if (id === undefined || more.length > 0) {
  console.error('Name the example: npm run new:example -- <chapter>/<name>');
  process.exit(2);
}
written(() => newExample(id), [
  `Write the program: content/examples/${id}.py. To try it: npm run py -- content/examples/${id}.py`,
  `npm run examples:record -- ${id}`,
  `Read content/examples/${id}.out: it is what the page will say.`,
  `npm run examples:native -- ${id}, if there is a native Python 3.14`,
  `Show it on a page, in both languages: <Example id="${id}" title="…" />`,
  'npm test -- content site examples',
]);
