/** `npm run docs:differences`: writes the page of all known differences from native CPython, in each language. */
import { differencesPage } from '../cpython/differences.ts';
import { readDifferences } from '../cpython/differences-files.ts';
import { writeGenerated } from '../site/generated-files.ts';

const data = readDifferences();
writeGenerated('about/differences', (language) => differencesPage(data, language));
