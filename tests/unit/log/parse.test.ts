import { describe, expect, it } from 'vitest';
import { formatEvents, parseEvent, parseEvents } from '../../../src/log/parse.ts';
import { story } from './build-log.ts';
import { blockedLoop, cancelled, oneThread, twoWorkers } from './stories.ts';

describe('event logs as text', () => {
  it.each([
    ['two workers', twoWorkers],
    ['a blocked loop', blockedLoop],
    ['a cancelled task', cancelled],
    ['a thread', oneThread],
  ])('give back what was written: %s', (_name, log) => {
    expect(parseEvents(formatEvents(log))).toEqual(log);
  });

  it('have one event a line', () => {
    expect(formatEvents(twoWorkers).split('\n')).toHaveLength(twoWorkers.length + 1);
  });

  it('keep a sleep without end', () => {
    const log = story((run) => {
      const main = run.creates({}, 'main');
      run.steps(main, 1);
      run.suspends(main, 2, { what: 'sleep', seconds: Infinity });
      run.over(1, 'deadlock');
    });
    expect(parseEvents(formatEvents(log))).toEqual(log);
  });

  it('keep how many lines are left out of a flood', () => {
    const write = { seq: 1, at: 0, kind: 'write', thread: 1, stream: 'stdout', text: 'last\n', omittedLines: 9 } as const;
    expect(parseEvent(JSON.parse(JSON.stringify(write)))).toEqual(write);
  });

  const start = '{"seq":0,"at":0,"kind":"start","python":"3.14.2","epoch":0,"filename":"a.py"}\n';
  const end = (seq: number, at = 0): string => `{"seq":${seq},"at":${at},"kind":"end","status":0,"reason":"finished"}\n`;

  it.each<[string, string, string]>([
    ['that is not JSON', `${start}{"seq":1,\n`, 'line 2 of the event log: '],
    ['with an unknown kind', `${start}{"seq":1,"at":0,"kind":"slept"}\n`, 'line 2 of the event log: event.kind: expected one of start, write,'],
    ['without a field', `${start}{"seq":1,"at":0,"kind":"task-stepped","thread":1}\n`, 'line 2 of the event log: event.task: expected a whole number from 1, found nothing'],
    ['with a wrong field inside', `${start}{"seq":1,"at":0,"kind":"task-suspended","thread":1,"task":1,"on":{"what":"tea"}}\n`, 'event.on.what: expected one of sleep,'],
    ['with a gap', `${start}${end(2)}`, 'line 2 of the event log: event.seq: expected 1, found 2'],
    ['where time goes back', `${start}{"seq":1,"at":0.5,"kind":"thread-woken","thread":1}\n${end(2, 0.4)}`, 'line 3 of the event log: event.at: expected 0.5 or later, found 0.4'],
    ['without a start', end(0), 'line 1 of the event log: event.kind: expected start, found "end"'],
    ['without an end', start, 'line 2 of the event log: the last event must be `end`'],
    ['with something after the end', `${start}${end(1)}${end(2)}`, 'line 3 of the event log: nothing may follow'],
  ])('are refused: a log %s', (_what, text, message) => {
    expect(() => parseEvents(text)).toThrow(message);
  });

  it('refuse what is no object', () => {
    expect(() => parseEvent([1])).toThrow('event: expected an object, found [1]');
  });
});
