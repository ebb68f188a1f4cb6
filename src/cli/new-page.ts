/**
 * `npm run new:page -- <chapter>/<slug> "English title" "한국어 제목" [--exercise]`: makes a page in both languages with its
 * programs, adds it to the outline, and says what to do next.
 */
import { parseArgs } from 'node:util';
import { newPage } from '../scaffold/scaffold.ts';
import { written } from './written.ts';

const { values, positionals } = parseArgs({ options: { exercise: { type: 'boolean', default: false } }, allowPositionals: true });
const [id, en, ko, ...more] = positionals;
if (id === undefined || en === undefined || ko === undefined || more.length > 0) {
  console.error('Name the page and its titles: npm run new:page -- <chapter>/<slug> "English title" "한국어 제목" [--exercise]');
  process.exit(2);
}
const [chapter, slug] = id.split('/');
written(() => newPage({ id, title: { en, ko }, exercise: values.exercise }), [
  'Write the programs, and the page in both languages. Everything marked ✎ is yours to replace.',
  `npm run examples:record -- ${id} ${chapter}/predict-${slug}, and read the .out files`,
  ...(values.exercise ? [`npm run exercises:check -- ${id}`] : []),
  `npm run dev, and look at http://localhost:4321/${id}/ and http://localhost:4321/ko/${id}/`,
  'npm run content:count, which names what is still missing',
  'npm test -- content site examples browser',
]);
