/** How fast `examples:check` is over all examples. */
import { spawnSync } from 'node:child_process';
import type { Sampler } from '../samples.ts';

/** @throws if an example is not as it was recorded: then there is no time to speak of. */
export function measureExamples(rounds: number, sampler: Sampler): void {
  // The first makes the snapshot that the others start from, as it would for who checks.
  for (let round = -1; round < rounds; round += 1) {
    const began = performance.now();
    const { status, stdout } = spawnSync(process.execPath, ['src/cli/examples-check.ts'], { encoding: 'utf8' });
    const seconds = (performance.now() - began) / 1000;
    if (status !== 0) throw new Error(`\`npm run examples:check\` fails:\n${stdout.split('\n').filter((line) => line.includes('FAIL')).join('\n')}`);
    const simulated = [...stdout.matchAll(/^\[.*\bok\b.* ([\d.]+) s$/gm)].reduce((sum, [, each]) => sum + Number(each), 0);
    if (round < 0) continue;
    sampler.add('check-speed', 'site', simulated / seconds);
    sampler.add('check-time', 'site', seconds);
  }
}
