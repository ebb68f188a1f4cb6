/** The timelines of the recorded runs as data: who ran when, who was blocked by whom, and what six pages say of them. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EventLog } from '../../../src/log/events.ts';
import type { Lane, Timeline } from '../../../src/log/model.ts';
import { parseEvents } from '../../../src/log/parse.ts';
import { spanAt, timelineOf } from '../../../src/log/timeline.ts';
import { outputLines } from '../../../src/log/transcript.ts';
import { tellLane, tellLinks } from './tell.ts';

const EXAMPLES = 'content/examples/';
const names = globSync(`${EXAMPLES}*/*.events`)
  .sort()
  .map((file) => file.slice(EXAMPLES.length, -'.events'.length));
const read = (name: string): Timeline => timelineOf(parseEvents(readFileSync(`${EXAMPLES}${name}.events`, 'utf8')));
const basics = (name: string): Timeline => read(`basics/${name}`);

describe.for(names)('in the recorded run of %s', (name) => {
  const timeline = read(name);

  it('each task runs from where a step of its begins to where it ends, and at no other time', () => {
    const steps = stepsInLog(timeline.log);
    for (const lane of timeline.lanes) {
      if (lane.kind === 'task') expect(ranIn(lane), lane.label).toEqual(steps.get(lane.task) ?? []);
    }
  });

  it('whoever awaits a task is linked to it, for as long as the wait lasts', () => {
    const linked = timeline.links.flatMap((link) => {
      if (link.kind !== 'awaits' || link.awaited.length !== 1 || timeline.log[link.at.seq]?.kind !== 'task-suspended') return [];
      const { on } = timeline.log[link.at.seq] as Extract<EventLog[number], { kind: 'task-suspended' }>;
      return on.what === 'task' ? [`${link.lane} awaits ${link.awaited[0]} ${link.at.seq}-${link.until.seq}`] : [];
    });
    expect(linked.toSorted()).toEqual(awaitsInLog(timeline.log));
  });

  it('whoever is said to be kept by a blocking task is ready when the task lets go, and nobody else of its loop is', () => {
    for (const lane of timeline.lanes) {
      if (lane.kind !== 'task') continue;
      for (const span of lane.spans) {
        if (span.state !== 'blocking') continue;
        const others = timeline.lanes.filter((other) => other.kind === 'task' && other.thread === lane.thread && other !== lane);
        // Just before it lets go: what is woken then was not kept waiting.
        const ready = others.filter((other) => spanAt(other, { seq: span.from.seq, at: span.to.at })?.state === 'ready');
        expect(ready.map((other) => (other.kind === 'task' ? other.task : 0)), lane.label).toEqual(span.keeps);
      }
    }
  });
});

/** Who begins to await whom, at which event and until which, read from the log and nothing else. */
function awaitsInLog(log: EventLog): readonly string[] {
  const told: string[] = [];
  const last = log.at(-1)?.seq ?? 0;
  for (const event of log) {
    if (event.kind !== 'task-suspended' || event.on.what !== 'task') continue;
    const { seq, task, on } = event;
    const woken = log.find((later) => later.seq > seq && later.kind === 'task-woken' && later.woken === task);
    told.push(`task-${task} awaits task-${on.task} ${seq}-${woken?.seq ?? last}`);
  }
  return told.toSorted();
}

/** From the first event of each step of a task to its last, read from the log and nothing else. */
function stepsInLog(log: EventLog): ReadonlyMap<number, (readonly [from: number, to: number])[]> {
  const steps = new Map<number, (readonly [number, number])[]>();
  const begun = new Map<number, number>();
  for (const event of log) {
    if (event.kind === 'task-stepped') begun.set(event.task, event.seq);
    if (event.kind !== 'task-suspended' && event.kind !== 'task-finished') continue;
    const from = begun.get(event.task);
    if (from !== undefined) steps.set(event.task, [...(steps.get(event.task) ?? []), [from, event.seq]]);
    begun.delete(event.task);
  }
  return steps;
}

function ranIn({ spans }: Lane): (readonly [from: number, to: number])[] {
  const ran: [number, number][] = [];
  for (const { state, from, to } of spans) {
    if (state !== 'running' && state !== 'blocking') continue;
    const last = ran.at(-1);
    if (last?.[1] === from.seq) last[1] = to.seq;
    else ran.push([from.seq, to.seq]);
  }
  return ran;
}

const printed = ({ log }: Timeline): readonly string[] => outputLines(log).map(({ at, text }) => `${Number(at.toFixed(3))} ${text}`);
/** What of a lane begins with one of these words. */
const only = (told: readonly string[], ...states: string[]): readonly string[] => told.filter((span) => states.some((state) => span.startsWith(state)));

describe('event-loop', () => {
  it('two tasks take turns: each gives its turn away three times and is ready at once', () => {
    const timeline = basics('turn-by-turn');
    for (const task of ['a', 'b']) expect(only(tellLane(timeline, task), 'ready')).toEqual(['ready 0 line 4 created', ...Array(3).fill('ready 0 line 7 turn')]);
    expect(outputLines(timeline.log).map(({ text }) => text)).toEqual(['a 1', 'b 1', 'a 2', 'b 2', 'a 3', 'b 3']);
  });

  it('six ticks: while main waits with asyncio.sleep, nobody is blocked', () => {
    const timeline = basics('six-ticks');
    expect(only(tellLane(timeline, 'main'), 'waiting')).toEqual(['waiting 0-0.55 line 12 sleep 0.55']);
    expect(printed(timeline).slice(0, 6)).toEqual(['0 tick 1', '0.1 tick 2', '0.2 tick 3', '0.3 tick 4', '0.4 tick 5', '0.5 tick 6']);
    expect(timeline.lanes.flatMap(({ spans }) => spans).some(({ state }) => state === 'blocking')).toBe(false);
  });

  it('one tick: main blocks the loop at time.sleep, and the ticker is ready from the start', () => {
    const timeline = basics('one-tick');
    expect(only(tellLane(timeline, 'main'), 'blocking')).toEqual(['blocking 0-0.55 line 13 sleep 0.55 keeps ticker']);
    expect(tellLane(timeline, 'ticker')[0]).toBe('ready 0-0.55 line 5 created');
    expect(printed(timeline)).toEqual(['0.55 main is done', '0.55 tick 1']);
  });

  it('late alarm: it is due at 0.1 s and rings at 0.4 s, when the worker lets go', () => {
    const timeline = basics('late-alarm');
    expect(only(tellLane(timeline, 'worker'), 'blocking')).toEqual(['blocking 0-0.4 line 12 sleep 0.4 keeps alarm']);
    expect(tellLane(timeline, 'alarm').slice(2, 5)).toEqual(['waiting 0-0.1 line 7 sleep 0.1', 'ready 0.1-0.4 line 7 overdue', 'running 0.4 line 7']);
  });
});

describe('tasks', () => {
  it('create_task queues: the job is ready until main waits for it', () => {
    const timeline = basics('create-task-queues');
    const [job, main] = ['job', 'main'].map((label) => timeline.lanes.find((lane) => lane.label === label));
    const runs = job?.spans.find(({ state }) => state === 'running');
    const waits = main?.spans.find(({ state }) => state === 'waiting');
    expect(runs?.from.seq).toBeGreaterThan(waits?.from.seq ?? Infinity);
    expect(tellLane(timeline, 'job')).toEqual(['ready 0 line 4 created', 'running 0 line 4', 'done 0 line 5']);
  });

  it('two tasks that overlap: both wait from 0 s on, and the one awaited second is done first', () => {
    const timeline = basics('start-now-wait-later');
    expect(only(tellLane(timeline, 'Task-2'), 'waiting', 'done')).toEqual(['waiting 0-0.3 line 12 sleep 0.3', 'done 0.3 line 8']);
    expect(only(tellLane(timeline, 'Task-3'), 'waiting', 'done')).toEqual(['waiting 0-0.2 line 12 sleep 0.2', 'done 0.2 line 8']);
    // The second await takes no time: its task is done already.
    expect(only(tellLane(timeline, 'main'), 'waiting')).toEqual(['waiting 0-0.3 line 19 Task-2']);
  });

  it('two tasks that do not overlap: the lane of the second begins where the first one ends', () => {
    const timeline = basics('create-and-await');
    expect(tellLane(timeline, 'Task-2').at(-1)).toBe('done 0.3 line 8');
    expect(tellLane(timeline, 'Task-3')[0]).toBe('ready 0.3 line 11 created');
    expect(timeline.end.at).toBeCloseTo(0.5, 3);
  });

  it('the first job runs in the task of main, the other two in tasks of their own', () => {
    const timeline = basics('task-names');
    expect(only(tellLane(timeline, 'main'), 'waiting')).toEqual(['waiting 0-0.1 line 6 sleep 0.1', 'waiting 0.1-0.2 line 15 Task-2']);
    for (const task of ['Task-2', 'download']) expect(only(tellLane(timeline, task), 'waiting')).toEqual(['waiting 0.1-0.2 line 6 sleep 0.1']);
  });
});

describe('gather', () => {
  it('makes a task of each coroutine; they end as their times decide', () => {
    const timeline = basics('argument-order');
    expect(only(tellLane(timeline, 'main'), 'waiting')).toEqual(['waiting 0-0.3 line 11 gather of Task-2, Task-3, Task-4']);
    expect(['Task-2', 'Task-3', 'Task-4'].map((task) => tellLane(timeline, task).at(-1))).toEqual(['done 0.3 line 6', 'done 0.1 line 6', 'done 0.2 line 6']);
  });

  it('the three waits for prices overlap', () => {
    const timeline = basics('gather-a-list');
    expect(timeline.end.at).toBeCloseTo(0.3, 3);
    for (const task of ['Task-2', 'Task-3', 'Task-4']) expect(only(tellLane(timeline, task), 'waiting')[0]).toMatch(/^waiting 0-/);
  });

  it('when one fails, main goes on at once and the other one is left alone', () => {
    const timeline = basics('one-fails');
    expect(tellLane(timeline, 'bad').at(-1)).toBe('failed 0.1 line 10 ValueError: bad is broken');
    expect(only(tellLane(timeline, 'main'), 'waiting')).toEqual(['waiting 0-0.1 line 16 gather of good, bad', 'waiting 0.1-0.5 line 19 sleep 0.4']);
    expect(tellLane(timeline, 'good').at(-1)).toBe('done 0.3 line 6');
    expect(tellLinks(timeline, 'cancelled')).toEqual([]);
  });

  it('with return_exceptions all run to their end, and main is woken by the last of them', () => {
    const timeline = basics('errors-in-the-list');
    expect(['Task-2', 'Task-3', 'Task-4'].map((task) => tellLane(timeline, task).at(-1)?.split(' ')[0])).toEqual(['done', 'failed', 'done']);
    expect(tellLane(timeline, 'main').at(-1)).toMatch(/^done 0\.1/);
  });
});

describe('executors', () => {
  it('the blocking call has a lane of its own, main waits for it, and no beat is late', () => {
    const timeline = basics('to-thread');
    expect(only(tellLane(timeline, 'asyncio_0'), 'waiting')[0]).toBe('waiting 0-0.35 line 6 sleep 0.35');
    expect(only(tellLane(timeline, 'main'), 'waiting')).toEqual(['waiting 0-0.35 line 18 executor']);
    expect(printed(timeline).slice(0, 3)).toEqual(['0.1 beat 1', '0.2 beat 2', '0.3 beat 3']);
    expect(timeline.lanes.flatMap(({ spans }) => spans).some(({ state }) => state === 'blocking')).toBe(false);
  });

  it('five naps: five threads sleep from 0 to 0.3 s', () => {
    const timeline = basics('five-naps');
    const naps = timeline.lanes.filter(({ label }) => label.startsWith('asyncio_'));
    expect(naps.map(({ label }) => only(tellLane(timeline, label), 'waiting')[0])).toEqual(Array(5).fill('waiting 0-0.3 sleep 0.3'));
  });

  it('a pool of two: each thread does one job after the other', () => {
    const timeline = basics('pool-of-two');
    for (const thread of ['ThreadPoolExecutor-0_0', 'ThreadPoolExecutor-0_1']) {
      expect(only(tellLane(timeline, thread), 'waiting').slice(0, 2)).toEqual(['waiting 0-0.2 line 10 sleep 0.2', 'waiting 0.2-0.4 line 10 sleep 0.2']);
    }
  });

  it('six jobs for three threads take two rounds', () => {
    const timeline = basics('six-jobs-three-workers');
    expect(timeline.lanes.filter(({ kind, spans }) => kind === 'thread' && spans.some((span) => span.state === 'waiting' && span.on.what === 'sleep'))).toHaveLength(3);
    expect(timeline.end.at).toBeCloseTo(0.4, 3);
  });

  it('the timeout ends the waiting of main, not the sleep of the thread', () => {
    const timeline = basics('timeout-keeps-thread');
    expect(only(tellLane(timeline, 'main'), 'waiting')[0]).toMatch(/^waiting 0-0\.1 .*executor$/);
    expect(only(tellLane(timeline, 'asyncio_0'), 'waiting')[0]).toMatch(/^waiting 0-0\.5 .*sleep 0\.5$/);
    expect(timeline.end.at).toBeCloseTo(0.5, 3);
  });
});

describe('threads-vs-tasks', () => {
  it('in a thread the spinner waits for the event, again and again, while the main thread sleeps', () => {
    const timeline = basics('spinner-thread');
    expect(only(tellLane(timeline, 'MainThread'), 'waiting')).toContain('waiting 0-0.55 line 17 sleep 0.55');
    expect(only(tellLane(timeline, 'MainThread'), 'waiting').at(-1)).toBe('waiting 0.55 line 19 spinner');
    expect(only(tellLane(timeline, 'spinner'), 'waiting')).toHaveLength(6);
    expect(tellLane(timeline, 'spinner').at(-1)).toBe('done 0.55 line 9');
  });

  it('in a task it has a turn every 0.1 s, and ends as cancelled at its await', () => {
    const timeline = basics('spinner-task');
    expect(only(tellLane(timeline, 'spinner'), 'waiting')).toHaveLength(6);
    expect(tellLinks(timeline, 'cancelled')).toEqual(['main cancelled spinner at line 14 0.55 () delivered at line 8 0.55']);
    expect(tellLane(timeline, 'spinner').at(-1)).toBe('cancelled 0.55 line 8');
  });

  it('frozen: main blocks the loop from 0.25 to 0.7 s, and the spinner is ready from 0.3 s on', () => {
    const timeline = basics('spinner-frozen');
    expect(only(tellLane(timeline, 'main'), 'blocking')).toEqual(['blocking 0.25-0.7 line 15 sleep 0.45 keeps spinner']);
    expect(tellLane(timeline, 'spinner')).toContain('ready 0.3-0.7 line 9 overdue');
  });

  it('counted: the spinner is kept waiting for its first turn until it is cancelled', () => {
    const timeline = basics('spinner-counted');
    expect(tellLane(timeline, 'spinner')[0]).toBe('ready 0-0.35 line 7 created');
    expect(tellLane(timeline, 'spinner').at(-1)).toBe('cancelled 0.35 line 7');
  });
});

describe('cancellation', () => {
  it('the request is made at 0.2 s, and delivered at the await of the worker when it has its turn', () => {
    const timeline = basics('cancel-at-await');
    expect(tellLinks(timeline, 'cancelled')).toEqual(['main cancelled worker at line 16 0.2 () delivered at line 7 0.2']);
    const [link] = timeline.links.filter(({ kind }) => kind === 'cancelled');
    const waits = timeline.lanes.find(({ label }) => label === 'main')?.spans.findLast(({ state }) => state === 'waiting');
    // Delivered only after main has given up its turn.
    expect(link?.kind === 'cancelled' ? link.delivered?.at.seq : undefined).toBeGreaterThan(waits?.from.seq ?? Infinity);
    expect(timeline.end.at).toBeCloseTo(0.2, 3);
  });

  it('cleaning up takes time: the task ends at 0.3 s, and main waits for that', () => {
    const timeline = basics('cleanup-takes-time');
    expect(only(tellLane(timeline, 'download'), 'waiting', 'cancelled')).toEqual([
      'waiting 0-0.2 line 7 sleep 0.5',
      'waiting 0.2-0.3 line 9 sleep 0.1',
      'cancelled 0.3 line 10',
    ]);
    expect(only(tellLane(timeline, 'main'), 'waiting').at(-1)).toBe('waiting 0.2-0.3 line 18 download');
  });

  it('cancelled before it began: the task ends without having printed anything', () => {
    const timeline = basics('cancel-before-start');
    expect(tellLane(timeline, 'worker').at(-1)).toBe('cancelled 0 line 4');
    expect(timeline.log.some((event) => event.kind === 'write' && event.task === 2)).toBe(false);
    // No line: there was no await yet at which it could be raised.
    expect(tellLinks(timeline, 'cancelled')).toEqual(['main cancelled worker at line 14 0 () delivered at line undefined 0']);
  });

  it('the one that is cancelled with a reason gets it at its await, 0.4 s before its sleep would have ended', () => {
    const timeline = basics('cancel-reason');
    expect(tellLinks(timeline, 'cancelled')[0]).toMatch(/^main cancelled worker at line 15 0\.1 \(.*\) delivered at line 6 0\.1$/);
    expect(printed(timeline)).toEqual(['0.1 worker: the reader closed the page', '0.1 main: the reader closed the page']);
  });
});
