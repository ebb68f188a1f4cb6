import { describe, expect, it } from 'vitest';
import { islandWords } from '../../../src/i18n/island.ts';
import { asFile, asShown } from '../../../src/island/program-text.ts';
import { AnnouncementGate, statusText } from '../../../src/island/status.ts';
import { formatSeconds, timeColumn } from '../../../src/island/time.ts';

describe('what the status line says', () => {
  const english = islandWords('en');

  it('is left as it was while nothing has run', () => {
    expect(statusText({ name: 'idle' }, english)).toBeNull();
  });

  it('tells how a run ended', () => {
    const end = { name: 'finished', seconds: 0.9, status: 0, reason: 'finished' } as const;
    expect(statusText(end, english)).toBe('Finished in 0.9 s');
    expect(statusText({ ...end, status: 1 }, english)).toBe('Ended with exit status 1 after 0.9 s');
    expect(statusText({ ...end, reason: 'deadlock' }, english)).toContain('Stuck');
    expect(statusText(end, islandWords('ko'))).toBe('0.9초 만에 끝났습니다');
  });

  it('tells bytes in megabytes', () => {
    const progress = { loadedBytes: 2_150_000, totalBytes: 6_300_000 };
    expect(statusText({ name: 'loading', progress }, english)).toBe('Loading Python, 2.1 of 6.3 MB');
  });

  it('falls back to English', () => {
    expect(islandWords('fr')).toBe(english);
    expect(islandWords(undefined)).toBe(english);
    expect(islandWords('ko-KR')).toBe(islandWords('ko'));
  });
});

describe('announcements', () => {
  it('tell a new state at once and progress only so often', () => {
    let now = 0;
    const gate = new AnnouncementGate(() => now);
    const loading = { name: 'loading', progress: { loadedBytes: 1, totalBytes: 2 } } as const;
    expect(gate.admits({ name: 'loading', progress: null })).toBe(true);
    expect(gate.admits(loading)).toBe(true);
    now = 500;
    expect(gate.admits(loading)).toBe(false);
    now = 1500;
    expect(gate.admits(loading)).toBe(true);
    expect(gate.admits({ name: 'running', waitsForInput: false })).toBe(true);
  });
});

describe('seconds', () => {
  it('have no more decimals than they need', () => {
    expect([0, 0.9, 0.30000012, 12.0054, 100].map(formatSeconds)).toEqual(['0', '0.9', '0.3', '12.005', '100']);
  });

  it('stand with their points below each other', () => {
    expect([0, 0.3, 1.25, 12.005].map((seconds) => timeColumn(seconds))).toEqual(['0.0  ', '0.3  ', '1.25 ', '12.005']);
  });
});

describe('a program as text', () => {
  it('is shown without its last newline and run with it', () => {
    expect(asShown('a\nb\n')).toBe('a\nb');
    expect(asFile('a\nb')).toBe('a\nb\n');
    expect(asFile(asShown('a\n\n'))).toBe('a\n\n');
    expect(asFile('')).toBe('');
    expect(asShown('a\r\nb\r\n')).toBe('a\nb');
  });
});
