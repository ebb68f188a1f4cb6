/** `npm run docs:cases`: writes the page of what was tried to break the site, in each language. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hardCasesFile, readHardCases } from '../hard-cases/files.ts';
import { hardCasesPage, languages } from '../hard-cases/page.ts';

const data = readHardCases();
for (const language of languages) {
  const file = hardCasesFile(language);
  writeFileSync(file, hardCasesPage(data, language));
  console.log(fileURLToPath(file));
}
