/** Stop while a program works for ever, until the first line of the next run of it. */
import { open, playgroundWith, programText, pyscriptWith, stockWith, until } from '../contenders.ts';
import type { Host } from '../host/host.ts';
import { press, pressUntil } from '../press.ts';
import { type Sampler, inTurn } from '../samples.ts';
import { withProfile } from './profile.ts';

const FIRST_LINE = 'it begins';
/** How long the program works before it is stopped. */
const WORKS_MS = 1500;

/**
 * Stop, and Run at once after it. PyScript asks the reader whether to stop, and makes a new editor: the answer is given at
 * once, and Run is pressed as soon as there is one. All but the first visit find the files in the browser's cache.
 */
export async function measureStop(host: Host, rounds: number, sampler: Sampler): Promise<void> {
  const contenders = [await playgroundWith(programText('for-ever')), pyscriptWith('for-ever'), stockWith('for-ever')];
  await withProfile(async (context) => {
    for (let round = -1; round < rounds; round += 1) {
      for (const contender of inTurn(contenders, Math.max(0, round))) {
        const page = await open(contender, context, host);
        page.on('dialog', (dialog) => void dialog.accept());
        const { name, run, stop } = contender;
        await pressUntil(page, run, contender, FIRST_LINE);
        await page.waitForTimeout(WORKS_MS);
        const again = pressUntil(page, stop, { ...contender, output: 'body' }, FIRST_LINE, async () => {
          await until(page, contender.awake);
          if (name === 'pyscript') await until(page, contender.ended);
          await press(page, run);
        });
        const ms = await again;
        if (round >= 0) sampler.add('stop', name, ms);
        await page.close();
      }
    }
  });
}
