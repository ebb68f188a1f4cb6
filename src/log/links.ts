/** Who did what to whom: reads a run event by event and keeps the links between lanes. */
import type { Awaited, EventLog, RunEvent, TaskId, ThreadId } from './events.ts';
import { Internals } from './internal.ts';
import type { AwaitsLink, CancelLink, LaneId, Link, Moment } from './model.ts';
import { taskLaneId, threadLaneId } from './model.ts';

interface Waiting {
  readonly on: Awaited;
  readonly at: Moment;
  readonly line?: number;
}

/** Lanes that a wait is for, where they are known. */
export function awaitedLanes(on: Awaited): readonly LaneId[] {
  switch (on.what) {
    case 'task':
      return [taskLaneId(on.task)];
    case 'tasks':
      return on.tasks.map(taskLaneId);
    case 'thread':
      return [threadLaneId(on.thread)];
    case 'sleep':
    case 'executor':
    case 'turn':
    case 'loop':
    case 'input':
    case 'call':
      return [];
  }
}

class LinkReader {
  readonly #links: Link[] = [];
  readonly #waiting = new Map<LaneId, Waiting>();
  readonly #over = new Map<LaneId, number>();
  /** Requests that were not delivered yet: positions in `#links`. */
  readonly #requests = new Map<TaskId, number[]>();
  readonly #lines = new Map<TaskId, number>();
  #last: Moment = { seq: 0, at: 0 };

  read(event: RunEvent): void {
    const at = { seq: event.seq, at: event.at };
    this.#last = at;
    switch (event.kind) {
      case 'task-created':
        this.#deed('created', event, taskLaneId(event.created), at);
        return;
      case 'thread-started':
        this.#deed('created', event, threadLaneId(event.started), at);
        return;
      case 'task-suspended':
        this.#wait(taskLaneId(event.task), event, at);
        if (event.line !== undefined) this.#lines.set(event.task, event.line);
        return;
      case 'thread-blocked':
        this.#wait(threadLaneId(event.thread), event, at);
        return;
      case 'task-woken':
        this.#wake(taskLaneId(event.woken), event.task, event.line, at);
        return;
      case 'thread-woken':
        this.#wake(threadLaneId(event.thread), undefined, undefined, at);
        return;
      case 'task-cancel-requested': {
        const message = event.message === undefined ? {} : { message: event.message };
        const link: CancelLink = { kind: 'cancelled', lane: taskLaneId(event.target), at, ...by(event), ...message };
        const requests = this.#requests.get(event.target) ?? [];
        if (!this.#over.has(link.lane)) this.#requests.set(event.target, [...requests, this.#links.length]);
        this.#links.push(link);
        return;
      }
      case 'task-stepped':
        this.#deliver(event.task, at);
        return;
      case 'task-finished':
        this.#deliver(event.task, at);
        this.#over.set(taskLaneId(event.task), event.seq);
        return;
      case 'thread-finished':
        this.#over.set(threadLaneId(event.thread), event.seq);
        return;
      case 'start':
      case 'write':
      case 'thread-resumed':
      case 'input-requested':
      case 'end':
        return;
    }
  }

  links(): readonly Link[] {
    for (const lane of [...this.#waiting.keys()]) this.#stopWaiting(lane, this.#last);
    return this.#links;
  }

  #deed(kind: 'created' | 'woke', place: Place, lane: LaneId, at: Moment): void {
    this.#links.push({ kind, lane, at, ...by(place) });
  }

  #wait(lane: LaneId, { on, line }: { readonly on: Awaited; readonly line?: number }, at: Moment): void {
    this.#waiting.set(lane, { on, at, ...(line === undefined ? {} : { line }) });
  }

  #wake(lane: LaneId, task: TaskId | undefined, line: number | undefined, at: Moment): void {
    const waiting = this.#stopWaiting(lane, at);
    if (task !== undefined) {
      // A task that waits is woken by being cancelled: that link says it all.
      const before = this.#links.at(-1);
      if (before?.kind === 'cancelled' && before.lane === lane && before.at.seq === at.seq - 1) return;
      this.#links.push({ kind: 'woke', lane, at, by: taskLaneId(task), ...(line === undefined ? {} : { line }) });
      return;
    }
    const ended = waiting === undefined ? undefined : this.#lastOver(awaitedLanes(waiting.on));
    if (ended !== undefined) this.#links.push({ kind: 'woke', lane, at, by: ended });
  }

  /** Of these lanes, the one that ended last: it is the one that made the difference. */
  #lastOver(lanes: readonly LaneId[]): LaneId | undefined {
    return lanes.filter((lane) => this.#over.has(lane)).sort((a, b) => (this.#over.get(b) ?? 0) - (this.#over.get(a) ?? 0))[0];
  }

  #stopWaiting(lane: LaneId, until: Moment): Waiting | undefined {
    const waiting = this.#waiting.get(lane);
    this.#waiting.delete(lane);
    if (waiting === undefined) return undefined;
    const awaited = awaitedLanes(waiting.on);
    const { at, line } = waiting;
    const link: AwaitsLink = { kind: 'awaits', lane, awaited, at, until, ...(line === undefined ? {} : { line }) };
    if (awaited.length > 0) this.#links.push(link);
    return waiting;
  }

  /** A cancellation is delivered when its task goes on, at the line where it waits. */
  #deliver(task: TaskId, at: Moment): void {
    const line = this.#lines.get(task);
    for (const index of this.#requests.get(task) ?? []) {
      const link = this.#links[index];
      if (link?.kind === 'cancelled') this.#links[index] = { ...link, delivered: { at, ...(line === undefined ? {} : { line }) } };
    }
    this.#requests.delete(task);
  }
}

interface Place {
  readonly thread: ThreadId;
  readonly task?: TaskId;
  readonly line?: number;
}

/** The lane that acts: the task in whose step it happens; a thread only where the program's own line is known. */
function by({ thread, task, line }: Place): { readonly by?: LaneId; readonly line?: number } {
  if (task !== undefined) return { by: taskLaneId(task), ...(line === undefined ? {} : { line }) };
  return line === undefined ? {} : { by: threadLaneId(thread), line };
}

/** The links of a run, in the order in which they came to be (waits: in the order in which they ended). */
export function linksOf(log: EventLog): readonly Link[] {
  const reader = new LinkReader();
  const internals = new Internals();
  for (const event of log) if (!internals.read(event)) reader.read(event);
  return reader.links();
}
