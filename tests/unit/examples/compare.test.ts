import { describe, expect, it } from 'vitest';
import { difference, differenceFromNative, differenceFromRecording, sayTheSame, withoutTimes } from '../../../src/examples/compare.ts';
import { type TimedText, transcriptOfTexts } from '../../../src/examples/timed-text.ts';

/** A run that printed this, each with its time and stream. */
function transcript(texts: readonly TimedText[], at = 1, status = 0) {
  return transcriptOfTexts(texts, { at, status, reason: 'finished' });
}

const out = (text: string, at = 0): TimedText => ({ at, stream: 'stdout', text });
const err = (text: string, at = 0): TimedText => ({ at, stream: 'stderr', text });

describe('two texts', () => {
  it('that are equal have no difference', () => {
    expect(difference('a\n', 'a\n', ['one', 'two'])).toBeNull();
  });

  it('that differ have one that names both', () => {
    expect(difference('a\nb\n', 'a\nc\n', ['one', 'two'])).toBe('--- one\n+++ two\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n');
  });
});

describe('a run and its recording', () => {
  it('differ in text or in time', () => {
    const recorded = transcript([out('a\n', 0.5)]);
    expect(differenceFromRecording(recorded, transcript([out('a\n', 0.5)]))).toBeNull();
    expect(differenceFromRecording(recorded, transcript([out('b\n', 0.5)]))).toContain('| b');
    expect(differenceFromRecording(recorded, transcript([out('a\n', 0.6)]))).toContain('0.600');
  });

  it('say the same whenever they say it', () => {
    expect(sayTheSame(transcript([out('a\n', 0.5)], 2), transcript([out('a\n', 0.7)], 3))).toBe(true);
    expect(sayTheSame(transcript([out('a\n')]), transcript([out('b\n')]))).toBe(false);
    expect(sayTheSame(transcript([], 1, 0), transcript([], 1, 1))).toBe(false);
    expect(withoutTimes(transcript([out('a\n', 0.5)], 2))).toMatchObject({ lines: [{ at: 0, text: 'a' }], end: { at: 0 } });
  });
});

describe('a native run', () => {
  it('is the same whatever the order between its streams', () => {
    expect(differenceFromNative(transcript([out('a\n'), err('b\n')]), transcript([err('b\n'), out('a\n')]), true)).toBeNull();
  });

  it('differs in what one of the streams has, its last newline included', () => {
    expect(differenceFromNative(transcript([out('a\n')]), transcript([out('a')]), true)).toContain('+++ native stdout');
    expect(differenceFromNative(transcript([err('a\n')]), transcript([err('b\n')]), true)).toContain('+++ native stderr');
  });

  it('differs in its status', () => {
    expect(differenceFromNative(transcript([], 1, 0), transcript([], 1, 3), true)).toBe('recorded exit 0, native exit 3');
  });

  it('may take a little longer, and any time where work is real', () => {
    expect(differenceFromNative(transcript([], 1), transcript([], 1.2), true)).toBeNull();
    expect(differenceFromNative(transcript([], 1), transcript([], 1.5), true)).toBe('recorded 1.000 s, native 1.500 s: 0.500 s apart');
    expect(differenceFromNative(transcript([], 1), transcript([], 1.5), false)).toBeNull();
  });

  it('may have its standard library elsewhere, in other lines', () => {
    const here = 'File "/lib/python314.zip/asyncio/runners.py", line 204, in run\n    return runner.run(main)\nFile "p.py", line 3\n/lib/python314.zip/ast.py:12: Warning\n';
    const there = 'File "/usr/lib/python3.14/asyncio/runners.py", line 195, in run\nFile "p.py", line 3\n/usr/lib/python3.14/ast.py:13: Warning\n';
    expect(differenceFromNative(transcript([err(here)]), transcript([err(there)]), true)).toBeNull();
    expect(differenceFromNative(transcript([err(here)]), transcript([err(there.replace('line 3', 'line 4'))]), true)).not.toBeNull();
  });
});
