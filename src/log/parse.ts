/**
 * Event logs as text: `<name>.events` files and `npm run py -- --json`, one JSON event a line.
 *
 * What comes from a file or another thread is checked here once; everything behind it trusts the types. Fields that
 * this version does not know are dropped. Pure.
 */
import type { Awaited, EndReason, EventLog, Place, RunEvent } from './events.ts';
import { Fields, InvalidField } from './fields.ts';

/** The text of a `.events` file. `parseEvents` reads it back. */
export function formatEvents(log: EventLog): string {
  return log.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** Reads a `.events` file. Throws an Error that names the line, the field, and what was expected. */
export function parseEvents(text: string): EventLog {
  const rows = text.split('\n');
  if (rows.at(-1) === '') rows.pop();
  const log: RunEvent[] = [];
  for (const [index, row] of rows.entries()) {
    try {
      const event = parseEvent(JSON.parse(row));
      mustFollow(log.at(-1), event);
      log.push(event);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`line ${index + 1} of the event log: ${why}`, { cause });
    }
  }
  if (log.at(-1)?.kind !== 'end') throw new Error(`line ${rows.length + 1} of the event log: the last event must be \`end\``);
  return log;
}

/**
 * Reads what a run under way has added to its log, from JSON that was parsed already; `last` is the event before, undefined
 * at the start. Throws an Error as parseEvent does, also where an event cannot come there.
 */
export function continueLog(last: RunEvent | undefined, values: readonly unknown[]): RunEvent[] {
  return values.map((value) => {
    const event = parseEvent(value);
    mustFollow(last, event);
    last = event;
    return event;
  });
}

function mustFollow(previous: RunEvent | undefined, event: RunEvent): void {
  const seq = previous === undefined ? 0 : previous.seq + 1;
  if (event.seq !== seq) throw new InvalidField('event.seq', String(seq), event.seq);
  if ((event.kind === 'start') !== (previous === undefined)) {
    throw new InvalidField('event.kind', previous === undefined ? 'start' : 'anything but start', event.kind);
  }
  if (previous === undefined) return;
  if (event.at < previous.at) throw new InvalidField('event.at', `${previous.at} or later`, event.at);
  if (previous.kind === 'end') throw new Error('nothing may follow the event `end`');
}

/** Reads one event from JSON that was parsed already. Throws an Error that names the field and what was expected. */
export function parseEvent(value: unknown): RunEvent {
  const event = new Fields(value, 'event');
  const { kind } = event.oneOf('kind', KINDS);
  const recorded = { ...event.whole('seq', 0), ...event.number('at') };
  switch (kind) {
    case 'start':
      return { ...recorded, kind, ...event.text('python'), ...event.number('epoch'), ...event.text('filename') };
    case 'write':
      return { ...recorded, kind, ...placeIn(event), ...event.oneOf('stream', ['stdout', 'stderr']), ...event.text('text'), ...event.maybeWhole('omittedLines', 1) };
    case 'task-created':
      return {
        ...recorded,
        kind,
        ...placeIn(event),
        ...event.whole('created', 1),
        ...event.whole('loop', 1),
        ...event.text('name'),
        ...event.text('coroutine'),
        ...event.maybeWhole('definedAt', 1),
      };
    case 'task-stepped':
      return { ...recorded, kind, ...stepIn(event) };
    case 'task-suspended':
      return { ...recorded, kind, ...stepIn(event), on: awaitedIn(event.record('on')) };
    case 'task-woken':
      return { ...recorded, kind, ...placeIn(event), ...event.whole('woken', 1) };
    case 'task-cancel-requested':
      return { ...recorded, kind, ...placeIn(event), ...event.whole('target', 1), ...event.maybeText('message') };
    case 'task-finished':
      return {
        ...recorded,
        kind,
        ...stepIn(event),
        ...event.oneOf('outcome', ['returned', 'failed', 'cancelled']),
        ...event.maybeText('error'),
      };
    case 'thread-started':
      return { ...recorded, kind, ...placeIn(event), ...event.whole('started', 1), ...event.text('name'), ...event.flag('daemon') };
    case 'thread-blocked':
      return { ...recorded, kind, ...placeIn(event), on: awaitedIn(event.record('on')) };
    case 'thread-woken':
    case 'thread-resumed':
      return { ...recorded, kind, ...event.whole('thread', 1) };
    case 'thread-finished':
      return {
        ...recorded,
        kind,
        ...event.whole('thread', 1),
        ...event.oneOf('outcome', ['returned', 'failed']),
        ...event.maybeText('error'),
      };
    case 'input-requested':
      return { ...recorded, kind, ...placeIn(event) };
    case 'end':
      return { ...recorded, kind, ...event.whole('status', -255), ...event.oneOf('reason', REASONS) };
  }
}

function placeIn(event: Fields): Place {
  return { ...event.whole('thread', 1), ...event.maybeWhole('task', 1), ...event.maybeWhole('line', 1) };
}

function stepIn(event: Fields): Place & { readonly task: number } {
  return { ...event.whole('thread', 1), ...event.whole('task', 1), ...event.maybeWhole('line', 1) };
}

function awaitedIn(on: Fields): Awaited {
  const { what } = on.oneOf('what', WHATS);
  switch (what) {
    case 'sleep':
      // JSON has no infinity: `sleep(math.inf)` is written as null.
      return on.isNull('seconds') ? { what, seconds: Infinity } : { what, ...on.number('seconds') };
    case 'task':
      return { what, ...on.whole('task', 1) };
    case 'tasks':
      return { what, ...on.wholes('tasks', 1), ...on.text('call') };
    case 'thread':
      return { what, ...on.whole('thread', 1) };
    case 'loop':
      return { what, ...on.whole('loop', 1) };
    case 'executor':
    case 'turn':
    case 'input':
      return { what };
    case 'call':
      return { what, ...on.text('call') };
  }
}

/** The members of a union, so that a new one that is missing here is a type error. */
function members<T extends string>(all: Readonly<Record<T, true>>): readonly T[] {
  // Object.keys gives strings; these are the keys of a record over T.
  return Object.keys(all) as T[];
}

const KINDS = members<RunEvent['kind']>({
  start: true,
  write: true,
  'task-created': true,
  'task-stepped': true,
  'task-suspended': true,
  'task-woken': true,
  'task-cancel-requested': true,
  'task-finished': true,
  'thread-started': true,
  'thread-blocked': true,
  'thread-woken': true,
  'thread-resumed': true,
  'thread-finished': true,
  'input-requested': true,
  end: true,
});

const REASONS = members<EndReason>({ finished: true, deadlock: true, limit: true, stopped: true, crashed: true });

const WHATS = members<Awaited['what']>({
  sleep: true,
  task: true,
  tasks: true,
  thread: true,
  executor: true,
  turn: true,
  loop: true,
  input: true,
  call: true,
});
