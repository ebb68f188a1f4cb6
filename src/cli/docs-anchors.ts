/**
 * `npm run docs:anchors -- FOLDER [SOURCE]`: writes content/python-docs.json, the anchors of Python's documentation that links
 * are checked against. FOLDER holds the documentation of Python 3.14 as HTML (its index.html), SOURCE says where it is from.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentFolder } from '../examples/content.ts';
import { everyPage } from '../site/page-source.ts';
import { pythonDocsFrom } from '../site/python-docs.ts';

const [folder, source] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder that holds the documentation of Python 3.14 as HTML. CONTRIBUTING.md says where to get it.');
  process.exit(2);
}
const linked = everyPage().flatMap(({ links }) => links.map(({ url }) => url));
const docs = pythonDocsFrom(pathToFileURL(`${resolve(folder)}/`), linked, source ?? 'the documentation as HTML');
writeFileSync(new URL('python-docs.json', contentFolder), `${JSON.stringify(docs, null, 1)}\n`);
console.log(`Python ${docs.version}: ${Object.keys(docs.pages).length} pages`);
