/** `npm run docs:licences`: writes LICENSES.md, the licences of what the site is made of. */
import { writeFileSync } from 'node:fs';
import { LICENCES_FILE, readLocked, readPythonVersion } from '../licences/files.ts';
import { licencesPage } from '../licences/licences.ts';

writeFileSync(LICENCES_FILE, licencesPage(readLocked(), readPythonVersion()));
console.log(LICENCES_FILE);
