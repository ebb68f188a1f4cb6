import { describe, expect, it } from 'vitest';
import type { EventLog, RunEvent } from '../../../src/log/events.ts';
import { formatTranscript, outputLines, parseTranscript, transcriptOf } from '../../../src/log/transcript.ts';
import type { Transcript } from '../../../src/log/transcript.ts';

type Print = readonly [at: number, text: string, stream?: 'stdout' | 'stderr'];

/** A log that holds nothing but output and its end. */
function printed(prints: readonly Print[], end: { at: number; status?: number; reason?: 'deadlock' }): EventLog {
  const log: RunEvent[] = [{ seq: 0, at: 0, kind: 'start', python: '3.14.2', epoch: 0, filename: 'a.py' }];
  for (const [at, text, stream = 'stdout'] of prints) {
    log.push({ seq: log.length, at, kind: 'write', thread: 1, stream, text });
  }
  log.push({ seq: log.length, at: end.at, kind: 'end', status: end.status ?? 0, reason: end.reason ?? 'finished' });
  return log;
}

const textOf = (prints: readonly Print[], at = 1): string => formatTranscript(transcriptOf(printed(prints, { at })));

describe('a transcript', () => {
  it('has one line for each printed line, with its time, and one for the end', () => {
    expect(textOf([[0, 'start'], [0, '\n'], [0.3, 'one\n'], [0.3, 'two\n']], 0.9)).toBe(
      '  0.000 | start\n  0.300 | one\n  0.300 | two\n  0.900 = exit 0\n',
    );
  });

  it('joins what one stream gets within a millisecond, until a newline', () => {
    expect(outputLines(printed([[0.1, 'a'], [0.1000004, 'b\nc'], [0.102, 'd\n']], { at: 1 }))).toEqual([
      { at: 0.1, stream: 'stdout', text: 'ab', partial: false },
      { at: 0.1, stream: 'stdout', text: 'c', partial: true },
      { at: 0.102, stream: 'stdout', text: 'd', partial: false },
    ]);
  });

  it('does not join across streams', () => {
    expect(textOf([[0, 'out'], [0, 'err\n', 'stderr'], [0, '\n']])).toBe(
      '  0.000 | out\\\n  0.000 ! err\n  0.000 |\n  1.000 = exit 0\n',
    );
  });

  it('splits a write of several lines', () => {
    expect(textOf([[0, 'a\n\nb\n']])).toBe('  0.000 | a\n  0.000 |\n  0.000 | b\n  1.000 = exit 0\n');
  });

  it('escapes backslashes and control characters and leaves other Unicode alone', () => {
    expect(textOf([[0.1, '\r⠋ 생각\t\\ \u001b[1m\u0000'], [0.2, 'C:\\\n']])).toBe(
      '  0.100 | \\r⠋ 생각\\t\\\\ \\x1b[1m\\x00\\\n  0.200 | C:\\\\\n  1.000 = exit 0\n',
    );
  });

  it('names the reason of an end that is not the usual one', () => {
    const log = printed([], { at: 12345.6789, status: 1, reason: 'deadlock' });
    expect(formatTranscript(transcriptOf(log))).toBe('12345.679 = exit 1 (deadlock)\n');
  });

  it('cannot be made of a run that is not over, but its output can', () => {
    const log = printed([[0, 'so far\n']], { at: 1 }).slice(0, -1);
    expect(() => transcriptOf(log)).toThrow('the run is not over');
    expect(outputLines(log)).toHaveLength(1);
  });
});

describe('reading a transcript back', () => {
  it('gives what was written, whatever was printed', () => {
    const alphabet = ['a', ' ', '\\', '\n', '\r', '\t', '\u001b', '\u0085', '\u2028', '\ud800', '😀', '한', 'n', 'x', '|', '='];
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 300; round += 1) {
      let at = 0;
      const prints = Array.from({ length: random(8) }, (): Print => {
        at += random(3) * 0.0007;
        const text = Array.from({ length: random(6) }, () => alphabet[random(alphabet.length)]).join('');
        return [at, text, random(3) === 0 ? 'stderr' : 'stdout'];
      });
      const transcript = transcriptOf(printed(prints, { at }));
      expect(parseTranscript(formatTranscript(transcript))).toEqual(transcript);
    }
  });

  it.each<[string, string, string]>([
    ['no newline at the end', '  0.000 = exit 0', 'line 1 of the transcript: the file must end with a newline'],
    ['no end', '  0.000 | a\n', 'line 2 of the transcript: the last line must tell the end'],
    ['an empty file', '', 'line 1 of the transcript: the last line must tell the end'],
    ['something after the end', '  0.000 = exit 0\n  0.000 | a\n', 'line 2 of the transcript: nothing may follow'],
    ['an unknown mark', '  0.000 | a\n  0.000 > b\n  0.000 = exit 0\n', 'line 2 of the transcript: expected a time'],
    ['time that goes back', '  0.200 | a\n  0.100 | b\n  0.300 = exit 0\n', 'line 2 of the transcript: time goes back from 0.200 to 0.100'],
    ['an unknown escape', '  0.000 | \\q\n  0.000 = exit 0\n', 'line 1 of the transcript: a control character or an unknown escape'],
    ['a DOS line end', '  0.000 | a\r\n  0.000 = exit 0\r\n', 'line 1 of the transcript: a control character'],
    ['an unknown reason', '  0.000 = exit 0 (bored)\n', 'line 1 of the transcript: expected `exit <status>`'],
  ])('refuses %s', (_what, text, message) => {
    expect(() => parseTranscript(text)).toThrow(message);
  });

  it('takes a mark with a blank after it as an empty line', () => {
    const expected: Transcript = {
      lines: [{ at: 0, stream: 'stdout', text: '', partial: false }],
      end: { at: 0, status: 0, reason: 'finished' },
    };
    expect(parseTranscript('  0.000 | \n  0.000 = exit 0\n')).toEqual(expected);
  });
});
