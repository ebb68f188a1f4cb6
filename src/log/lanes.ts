/**
 * Reads a run event by event and keeps, for each task and thread, the spans of its lane.
 *
 * Three things are not events and are worked out here:
 * - A task that is in a step while simulated time passes is **blocking** its loop, and so is a thread that runs a loop
 *   but waits for something else.
 * - A task whose sleep ends while its loop is blocked is **ready** from that second on (`overdue`): the loop only
 *   notices when it gets its turn back, and this is what "blocked" means to everybody else.
 * - One thread has the interpreter at a time; the one it was taken from is **ready**.
 */
import type { Awaited, EventLog, LoopId, RunEvent, TaskCreated, TaskId, ThreadId } from './events.ts';
import { Gaps } from './gaps.ts';
import { Internals } from './internal.ts';
import { labelsOf } from './labels.ts';
import type { Group, Moment, TaskLane, ThreadLane } from './model.ts';
import { stateOfOutcome, taskLaneId, threadLaneId } from './model.ts';
import { OpenLane } from './open-lane.ts';

interface OpenTask {
  readonly lane: OpenLane;
  readonly created: TaskCreated;
}

interface OpenThread {
  readonly lane: OpenLane;
  readonly name: string;
  readonly daemon: boolean;
  /** Tasks in the middle of a step on this thread; more than one where an eager task starts inside another. */
  readonly steps: TaskId[];
  /** What it waits for, and the line, if it does. */
  waits: { readonly on: Awaited; readonly line?: number } | null;
}

const MAIN_THREAD = 1;
/** A loop that is late by less than this was not late: clocks are read one after another. */
const NOTICED_SECONDS = 0.0001;

class LaneReader {
  readonly #tasks = new Map<TaskId, OpenTask>();
  readonly #threads = new Map<ThreadId, OpenThread>();
  readonly #threadOfLoop = new Map<LoopId, ThreadId>();
  readonly #gaps = new Gaps();
  readonly #internals = new Internals();
  #current: ThreadId | null = null;
  #last: Moment = { seq: 0, at: 0 };

  /** Reads the next event. */
  read(event: RunEvent): void {
    const moment = { seq: event.seq, at: event.at };
    this.#internals.read(event);
    if (this.#gaps.before(event) > 0) this.#timePasses(this.#last, moment, lineOf(event));
    this.#apply(event, moment);
    this.#last = moment;
  }

  /** The lanes, grouped by thread, after the last event was read. */
  groups(): readonly Group[] {
    const threads = [...this.#threads].filter(([thread]) => !this.#internals.threads.has(thread));
    const tasks = [...this.#tasks.values()].filter(({ created }) => !this.#internals.tasks.has(created.created));
    for (const { lane } of [...tasks, ...threads.map(([, thread]) => thread)]) lane.end(this.#last);
    const labels = labelsOf([...threads.map(([, { name }]) => ({ name })), ...tasks.map(({ created }) => created)]);
    const label = (index: number): string => labels[index] ?? '';
    const taskLanes = tasks.map((open, index) => this.#taskLane(open, label(threads.length + index)));
    return threads.map(([thread, { lane, name, daemon }], index): Group => {
      const { spans, lines } = lane;
      const named = { name, label: label(index) };
      const own: ThreadLane = { kind: 'thread', id: threadLaneId(thread), thread, ...named, daemon, spans, lines };
      return { thread: own, tasks: taskLanes.filter((task) => task.thread === thread) };
    });
  }

  #taskLane({ lane, created }: OpenTask, label: string): TaskLane {
    const { created: task, loop, name, coroutine, definedAt, thread } = created;
    const { spans, lines } = lane;
    const where = definedAt === undefined ? {} : { definedAt };
    const runner = this.#threadOfLoop.get(loop) ?? thread;
    return { kind: 'task', id: taskLaneId(task), task, loop, thread: runner, name, label, coroutine, ...where, spans, lines };
  }

  #apply(event: RunEvent, moment: Moment): void {
    switch (event.kind) {
      case 'start':
        this.#openThread(MAIN_THREAD, 'MainThread', false, moment, true);
        return;
      case 'task-created': {
        this.#act(event, moment);
        const lane = new OpenLane({ state: 'ready', why: 'created' }, moment);
        lane.goTo(event.definedAt, event.seq);
        this.#tasks.set(event.created, { lane, created: event });
        return;
      }
      case 'task-stepped': {
        const { created, lane } = this.#task(event.task);
        this.#threadOfLoop.set(created.loop, event.thread);
        this.#thread(event.thread).steps.push(event.task);
        lane.become({ state: 'running' }, moment);
        this.#act(event, moment);
        return;
      }
      case 'task-suspended': {
        this.#act(event, moment);
        this.#leaveStep(event.thread, event.task);
        const waits = event.on.what === 'turn' ? ({ state: 'ready', why: 'turn' } as const) : ({ state: 'waiting', on: event.on } as const);
        this.#task(event.task).lane.become(waits, moment);
        return;
      }
      case 'task-woken': {
        this.#act(event, moment);
        const { lane } = this.#task(event.woken);
        if (lane.now.state === 'waiting') lane.become({ state: 'ready', why: 'woken' }, moment);
        return;
      }
      case 'task-finished': {
        this.#act(event, moment);
        this.#leaveStep(event.thread, event.task);
        const error = event.error === undefined ? {} : { error: event.error };
        this.#task(event.task).lane.become({ state: stateOfOutcome(event.outcome), ...error }, moment);
        return;
      }
      case 'thread-started':
        this.#act(event, moment);
        this.#openThread(event.started, event.name, event.daemon, moment, false);
        return;
      case 'thread-blocked': {
        this.#act(event, moment);
        const thread = this.#thread(event.thread);
        thread.waits = { on: event.on, ...(event.line === undefined ? {} : { line: event.line }) };
        thread.lane.become({ state: 'waiting', on: event.on }, moment);
        if (event.on.what === 'loop') this.#threadOfLoop.set(event.on.loop, event.thread);
        this.#current = null;
        return;
      }
      case 'thread-woken': {
        const thread = this.#thread(event.thread);
        thread.waits = null;
        if (!thread.lane.over) thread.lane.become({ state: 'ready', why: 'woken' }, moment);
        return;
      }
      case 'thread-resumed':
        this.#switchTo(event.thread, moment);
        return;
      case 'thread-finished': {
        const error = event.error === undefined ? {} : { error: event.error };
        this.#thread(event.thread).lane.become({ state: stateOfOutcome(event.outcome), ...error }, moment);
        if (this.#current === event.thread) this.#current = null;
        return;
      }
      case 'write':
      case 'task-cancel-requested':
      case 'input-requested':
        this.#act(event, moment);
        return;
      case 'end': {
        // Nobody announces the end of the main thread: it is the end of the run, unless the run was cut short.
        const { lane } = this.#thread(MAIN_THREAD);
        if (event.reason === 'finished' && !lane.over) lane.become({ state: event.status === 0 ? 'done' : 'failed' }, moment);
        return;
      }
    }
  }

  /** Whoever acts has the interpreter, and is at the line the event names. */
  #act(event: { readonly thread: ThreadId; readonly task?: TaskId; readonly line?: number }, moment: Moment): void {
    this.#switchTo(event.thread, moment);
    const task = event.task === undefined ? undefined : this.#tasks.get(event.task);
    (task ?? this.#thread(event.thread)).lane.goTo(event.line, moment.seq);
  }

  #switchTo(next: ThreadId, moment: Moment): void {
    if (this.#current === next) return;
    const before = this.#current === null ? undefined : this.#threads.get(this.#current);
    if (before?.lane.now.state === 'running') before.lane.become({ state: 'ready', why: 'switched' }, moment);
    const thread = this.#thread(next);
    thread.waits = null;
    if (!thread.lane.over) thread.lane.become({ state: 'running' }, moment);
    this.#current = next;
  }

  /** Time passes between two events: says who blocks a loop meanwhile, and whose sleep ends unnoticed. */
  #timePasses(from: Moment, to: Moment, line: number | undefined): void {
    for (const [id, thread] of this.#threads) {
      if (thread.lane.over || thread.waits?.on.what === 'loop') continue;
      const others = [...this.#tasks.entries()].filter(([, task]) => this.#runsOn(task, id) && !task.lane.over);
      if (others.length === 0) continue;
      const holder = thread.steps.at(-1);
      const keeps: TaskId[] = [];
      for (const [other, { lane }] of others) {
        markOverdue(lane, from, to);
        if (lane.now.state === 'ready') keeps.push(other);
      }
      const blocking = { state: 'blocking', keeps, ...(thread.waits !== null ? { on: thread.waits.on } : line === undefined ? {} : { until: line }) } as const;
      for (const lane of holder === undefined ? [thread.lane] : [thread.lane, this.#task(holder).lane]) {
        // A thread that is ready (another has the interpreter) stays so; its task does not yield all the same.
        if (lane === thread.lane && lane.now.state === 'ready') continue;
        lane.become(blocking, from);
        lane.become({ state: 'running' }, to);
      }
    }
  }

  #runsOn({ created }: OpenTask, thread: ThreadId): boolean {
    return (this.#threadOfLoop.get(created.loop) ?? created.thread) === thread;
  }

  #leaveStep(thread: ThreadId, task: TaskId): void {
    const { steps } = this.#thread(thread);
    const index = steps.lastIndexOf(task);
    if (index >= 0) steps.splice(index, 1);
  }

  #openThread(thread: ThreadId, name: string, daemon: boolean, moment: Moment, running: boolean): OpenThread {
    const lane = new OpenLane(running ? { state: 'running' } : { state: 'ready', why: 'created' }, moment);
    const open: OpenThread = { lane, name, daemon, steps: [], waits: null };
    this.#threads.set(thread, open);
    if (running) this.#current = thread;
    return open;
  }

  #thread(thread: ThreadId): OpenThread {
    // A thread that `threading` did not start (`_thread` did) acts without having been announced.
    return this.#threads.get(thread) ?? this.#openThread(thread, `Thread ${thread}`, false, this.#last, false);
  }

  #task(task: TaskId): OpenTask {
    const open = this.#tasks.get(task);
    if (open === undefined) throw new Error(`The event log names task ${task} before it was created.`);
    return open;
  }
}

function lineOf(event: RunEvent): number | undefined {
  return 'line' in event ? event.line : undefined;
}

function markOverdue(lane: OpenLane, from: Moment, to: Moment): void {
  if (lane.now.state !== 'waiting' || lane.now.on.what !== 'sleep') return;
  const due = Math.max(lane.since.at + lane.now.on.seconds, from.at);
  if (due < to.at - NOTICED_SECONDS) lane.become({ state: 'ready', why: 'overdue' }, { seq: from.seq, at: due });
}

/** The lanes of a run, grouped by thread. */
export function groupsOf(log: EventLog): readonly Group[] {
  const reader = new LaneReader();
  for (const event of log) reader.read(event);
  return reader.groups();
}
