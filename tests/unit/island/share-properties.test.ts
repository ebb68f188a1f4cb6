/** A link is data from a stranger: whatever stands in it, it is read without harm. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readShareHash, shareHash } from '../../../src/island/share.ts';

const RANDOM_LINKS = 50_000;
const MUTATED_LINKS = 50_000;
const LONG = { timeout: 300_000 };

/** Programs as nobody writes them, too: NUL, marks that turn the direction of writing, emoji, lone `\r`. */
const program = fc.string({ unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), fc.constantFrom('\0', '\u202e', '\r', '\t', '🐍', '\ufeff', '코')) });

/** What comes of a link is one of few things, and a program that was found is whole. */
async function isHarmless(hash: string): Promise<void> {
  const shared = await readShareHash(hash);
  if (shared.found === 'program') {
    expect(typeof shared.source).toBe('string');
    expect(await readShareHash(await shareHash(shared.source))).toEqual(shared);
  } else if (shared.found === 'problem') {
    expect(['damaged', 'version', 'size']).toContain(shared.problem);
  } else {
    expect(shared).toEqual({ found: 'nothing' });
  }
}

test('a program comes back to the letter, whatever it is', LONG, async () => {
  await fc.assert(
    fc.asyncProperty(program, async (source) => {
      expect(await readShareHash(await shareHash(source))).toEqual({ found: 'program', source });
    }),
    { numRuns: 2_000 },
  );
});

test('half of what UTF-16 writes in two is written as the mark for what cannot be read', async () => {
  expect(await readShareHash(await shareHash('a\ud83dz'))).toEqual({ found: 'program', source: 'a\ufffdz' });
});

test(`${RANDOM_LINKS} random links are read without harm`, LONG, async () => {
  const data = fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64url')));
  const link = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.constantFrom('1', '2', '', '01', '1e9', '-1'), data).map(([version, rest]) => `#code=${version}.${rest}`) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.webFragments().map((fragment) => `#${fragment}`) },
  );
  await fc.assert(fc.asyncProperty(link, isHarmless), { numRuns: RANDOM_LINKS });
});

test(`${MUTATED_LINKS} changed links are read without harm`, LONG, async () => {
  const whole = await Promise.all(["print('hello')\n", 'x'.repeat(3000), '', 'import asyncio\n\n\nasyncio.run(main())\n'].map(shareHash));
  const change = fc.record({
    link: fc.constantFrom(...whole),
    at: fc.nat(),
    length: fc.nat(4),
    by: fc.oneof(fc.string({ unit: 'binary', maxLength: 4 }), fc.base64String({ maxLength: 4 })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const [{ link }] = changes as [(typeof changes)[0], ...typeof changes];
      const changed = changes.reduce((text, { at, length, by }) => {
        const from = at % (text.length + 1);
        return text.slice(0, from) + by + text.slice(from + length);
      }, link);
      await isHarmless(changed);
    }),
    { numRuns: MUTATED_LINKS },
  );
});
