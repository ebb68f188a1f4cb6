/**
 * The event log: what one run of a program did, in order.
 *
 * A run is data. The runtime writes this list, and everything a reader sees (output, timeline, highlighted line,
 * sentences for screen readers) and everything CI compares is made from it by pure functions. Worker, page, build and
 * tests share these types; there is no second description of a run.
 *
 * Times are simulated seconds since the program started (see ../runtime/clock.ts). Lines are 1-based lines of the
 * program's own file; a line is absent where no frame of the program is on the stack.
 */

/** Names a task within one run: 1, 2, 3 … in order of creation. Not the N of `Task-N`, which the program can rename. */
export type TaskId = number;

/** Names a thread within one run: 1 is the main thread, the others follow in order of start. */
export type ThreadId = number;

/** Names an event loop within one run: 1, 2, 3 … in order of first use. */
export type LoopId = number;

/** Where something happened: on which thread, in which task's step (if in one), at which line of the program. */
export interface Place {
  readonly thread: ThreadId;
  readonly task?: TaskId;
  readonly line?: number;
}

/** What a task or thread waits for. `line` of the event that carries it is where it waits. */
export type Awaited =
  /** `asyncio.sleep(seconds)` or `time.sleep(seconds)`. */
  | { readonly what: 'sleep'; readonly seconds: number }
  /** Another task, awaited directly. */
  | { readonly what: 'task'; readonly task: TaskId }
  /** Several tasks at once, through `gather`, `wait`, a TaskGroup's end and the like; `call` names which. */
  | { readonly what: 'tasks'; readonly tasks: readonly TaskId[]; readonly call: string }
  /** A thread's end (`Thread.join`). */
  | { readonly what: 'thread'; readonly thread: ThreadId }
  /** Work handed to an executor (`run_in_executor`, `to_thread`). */
  | { readonly what: 'executor' }
  /** Its next turn: `asyncio.sleep(0)` or a bare `yield`. Such a task is ready at once. */
  | { readonly what: 'turn' }
  /** A thread that runs an event loop and waits for something to happen. */
  | { readonly what: 'loop'; readonly loop: LoopId }
  /** A line of input from the reader. */
  | { readonly what: 'input' }
  /** Anything else, by the name of the call that waits, e.g. `Lock.acquire`, `Queue.get`, `Future`. */
  | { readonly what: 'call'; readonly call: string };

export type Outcome = 'returned' | 'failed' | 'cancelled';

/** How a run came to its end. */
export type EndReason =
  /** The program ended: it returned, raised, or exited. */
  | 'finished'
  /** Everything waits and nothing can wake it. */
  | 'deadlock'
  /** The limit on simulated time or events was reached. */
  | 'limit'
  /** The reader pressed Stop. */
  | 'stopped'
  /** The interpreter itself failed (out of memory, for example). */
  | 'crashed';

interface Recorded {
  /** 0, 1, 2 … without gaps. Order is by `seq`, never by `at`: many events share an instant. */
  readonly seq: number;
  /** Simulated seconds since the program started. Never decreases. */
  readonly at: number;
}

/** The first event. `epoch` is what `time.time()` said then, in seconds since 1970 (UTC). */
export interface Started extends Recorded {
  readonly kind: 'start';
  readonly python: string;
  readonly epoch: number;
  /** File name of the program, as tracebacks show it. */
  readonly filename: string;
}

/** Text arrived on a stream. Not necessarily whole lines. */
export interface Wrote extends Recorded, Place {
  readonly kind: 'write';
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** So many lines came before the text, and are not in the log: of a flood of output it holds the last lines of each moment. */
  readonly omittedLines?: number;
}

/** A task came to be; its first step is queued (`ready`) unless it is eager. `Place` is who created it, and where. */
export interface TaskCreated extends Recorded, Place {
  readonly kind: 'task-created';
  readonly created: TaskId;
  readonly loop: LoopId;
  /** `Task.get_name()` at that time. */
  readonly name: string;
  /** Qualified name of its coroutine function. */
  readonly coroutine: string;
  /** First line of the coroutine function, where it is the program's own. */
  readonly definedAt?: number;
}

/** A task begins a step: from here until its next `task-suspended` or `task-finished` it is running. */
export interface TaskStepped extends Recorded {
  readonly kind: 'task-stepped';
  readonly thread: ThreadId;
  readonly task: TaskId;
  readonly line?: number;
}

/** A task ends a step without being done: it waits for `on` at `line`. */
export interface TaskSuspended extends Recorded {
  readonly kind: 'task-suspended';
  readonly thread: ThreadId;
  readonly task: TaskId;
  readonly line?: number;
  readonly on: Awaited;
}

/** What a task waited for has happened (or it was cancelled): it is ready and waits its turn. */
export interface TaskWoken extends Recorded, Place {
  readonly kind: 'task-woken';
  /** The task that is now ready; `Place` is who woke it. */
  readonly woken: TaskId;
}

/** Somebody asked for a task to be cancelled. It is delivered at the task's next step. */
export interface TaskCancelRequested extends Recorded, Place {
  readonly kind: 'task-cancel-requested';
  readonly target: TaskId;
  readonly message?: string;
}

export interface TaskFinished extends Recorded {
  readonly kind: 'task-finished';
  readonly thread: ThreadId;
  readonly task: TaskId;
  readonly line?: number;
  readonly outcome: Outcome;
  /** For `failed`: the exception, as `TypeName: message`. */
  readonly error?: string;
}

/** A thread was started. `Place` is who started it, and where. */
export interface ThreadStarted extends Recorded, Place {
  readonly kind: 'thread-started';
  readonly started: ThreadId;
  readonly name: string;
  readonly daemon: boolean;
}

/** A thread waits. While a loop's thread waits in `select`, `on` is `loop`. */
export interface ThreadBlocked extends Recorded, Place {
  readonly kind: 'thread-blocked';
  readonly on: Awaited;
}

/** A waiting thread can go on. It runs when the others let it. */
export interface ThreadWoken extends Recorded {
  readonly kind: 'thread-woken';
  readonly thread: ThreadId;
}

/** A thread was switched to: it runs from here until it blocks, finishes, or another is switched to. */
export interface ThreadResumed extends Recorded {
  readonly kind: 'thread-resumed';
  readonly thread: ThreadId;
}

export interface ThreadFinished extends Recorded {
  readonly kind: 'thread-finished';
  readonly thread: ThreadId;
  readonly outcome: Exclude<Outcome, 'cancelled'>;
  readonly error?: string;
}

/** The program asks the reader for a line of input; the clock stands still until it is answered. */
export interface InputRequested extends Recorded, Place {
  readonly kind: 'input-requested';
}

/** The last event. `status` is the process's exit status. */
export interface Ended extends Recorded {
  readonly kind: 'end';
  readonly status: number;
  readonly reason: EndReason;
}

export type RunEvent =
  | Started
  | Wrote
  | TaskCreated
  | TaskStepped
  | TaskSuspended
  | TaskWoken
  | TaskCancelRequested
  | TaskFinished
  | ThreadStarted
  | ThreadBlocked
  | ThreadWoken
  | ThreadResumed
  | ThreadFinished
  | InputRequested
  | Ended;

/** A whole run. */
export type EventLog = readonly RunEvent[];
