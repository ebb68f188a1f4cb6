/** `npm run docs:cases`: writes the page of what was tried to break the site, in each language. */
import { readHardCases } from '../hard-cases/files.ts';
import { hardCasesPage } from '../hard-cases/page.ts';
import { writeGenerated } from '../site/generated-files.ts';

const data = readHardCases();
writeGenerated('about/hard-cases', (language) => hardCasesPage(data, language));
