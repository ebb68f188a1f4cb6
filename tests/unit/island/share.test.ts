import { describe, expect, it } from 'vitest';
import { readShareHash, shareHash } from '../../../src/island/share.ts';

async function compressed(bytes: BlobPart): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
}

describe('a shared program', () => {
  it.each([
    ['a program', 'import asyncio\n\nasyncio.run(main())\n'],
    ['Korean and emoji', 'print("코루틴 🐍")\n'],
    ['nothing', ''],
    ['a byte order mark', '\uFEFFprint(1)\n'],
    ['a long program', 'print("x")\n'.repeat(5000)],
  ])('comes back to the letter: %s', async (_, source) => {
    expect(await readShareHash(await shareHash(source))).toEqual({ found: 'program', source });
  });

  it('makes a link that can stand in any text', async () => {
    expect(await shareHash('import asyncio\nprint("?/+ &=#")\n')).toMatch(/^#code=1\.[A-Za-z0-9_-]+$/);
  });

  it.each(['', '#', '#top', '#tab=code'])('is not looked for in %o', async (hash) => {
    expect(await readShareHash(hash)).toEqual({ found: 'nothing' });
  });

  it.each(['#code=', '#code=hello', '#code=1.', '#code=1.%%%', '#code=1.AAAA', '#code=1.한글'])('is damaged in %o', async (hash) => {
    expect(await readShareHash(hash)).toEqual({ found: 'problem', problem: 'damaged' });
  });

  it('is damaged when its end was cut off or a letter was changed', async () => {
    const hash = await shareHash('print("some program that is long enough")\n');
    const swapped = hash.slice(0, 20) + (hash[20] === 'A' ? 'B' : 'A') + hash.slice(21);
    for (const damaged of [hash.slice(0, -8), swapped]) {
      expect(await readShareHash(damaged)).toEqual({ found: 'problem', problem: 'damaged' });
    }
  });

  it('is damaged when it is not UTF-8', async () => {
    const data = await compressed(new Uint8Array([0xff, 0xfe]));
    expect(await readShareHash(`#code=1.${data}`)).toEqual({ found: 'problem', problem: 'damaged' });
  });

  it('says when a newer version of the site made the link', async () => {
    expect(await readShareHash('#code=2.AAAA')).toEqual({ found: 'problem', problem: 'version' });
  });

  it('is not unpacked when it would fill the memory', async () => {
    const data = await compressed('#'.repeat(3_000_000));
    expect(await readShareHash(`#code=1.${data}`)).toEqual({ found: 'problem', problem: 'size' });
  });
});
