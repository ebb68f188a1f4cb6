/** `npm run docs:speed`: writes the page about speed, in each language, from what was measured last. */
import { fileURLToPath } from 'node:url';
import { readContentJson, writeGenerated } from '../../src/site/generated-files.ts';
import { type SpeedWords, speedPage, speedSchema } from './page.ts';
import { readResults } from './results.ts';

export function readSpeedWords(): SpeedWords {
  return speedSchema.parse(readContentJson('speed.json'));
}

export function writeSpeedPages(): void {
  const [said, results] = [readSpeedWords(), readResults()];
  writeGenerated('about/speed', (language) => speedPage(said, results, language));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeSpeedPages();
