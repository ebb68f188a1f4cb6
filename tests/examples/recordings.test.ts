import { existsSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkExample } from '../../src/examples/check.ts';
import { listExamples } from '../../src/examples/list.ts';

const ids = listExamples();

it.concurrent.each(ids)('%s does what its recording says', async (id) => {
  const { problem } = await checkExample(id);
  if (problem !== null) expect.fail(`${id}\n${problem}`);
});

it('every file beside the examples belongs to one', () => {
  const files = readdirSync('content/examples', { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const orphans = files.filter((file) => /\.(out|events|json)$/.test(file) && !existsSync(`content/examples/${file.replace(/\.\w+$/, '.py')}`));
  expect(orphans).toEqual([]);
});
