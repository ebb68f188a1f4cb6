/** The steps of a run in English. */
import type { Awaited, EndReason, Place, TaskId } from '../events.ts';
import { taskLaneId } from '../model.ts';
import type { BlockingSpan, LaneId } from '../model.ts';
import type { Happening, Step, Woken } from '../steps.ts';
import { baseName, formatSeconds, groupByReason, isIdleWorker, quotable } from './context.ts';
import type { Context } from './context.ts';
import { join, say } from './parts.ts';
import type { CodePart, Part, Sentence } from './parts.ts';

export function englishHeading(step: Step, steps: number): string {
  return `Step ${step.index + 1} of ${steps}, ${seconds(step.at)}: `;
}

export function english(context: Context): Sentence {
  const { what } = context.step;
  return what.kind === 'blocked' ? blocked(context, what) : say`${happening(context, what)}${working(context)}`;
}

function happening(context: Context, what: Exclude<Happening, { kind: 'blocked' }>): Sentence {
  switch (what.kind) {
    case 'started':
      return say`The program ${{ code: baseName(what.filename) }} starts.`;
    case 'wrote':
      return wrote(context.actor(what.place), what);
    case 'created':
      return created(context, what);
    case 'stepped':
      return stepped(context, what);
    case 'suspended':
      return say`${suspended(context, context.task(what.task), what.on, at(what.line))}`;
    case 'woken':
      return woken(context, what);
    case 'cancel-requested':
      return cancelRequested(context, what);
    case 'ended':
      return say`${ended(context, what)}${alsoReady(context, what.woken ?? [])}`;
    case 'switched':
      return say`The thread ${context.name(`thread-${what.thread}`)} runs now.`;
    case 'closing':
      return say`The event loop is shut down${context.step.lasts === 0 || !context.hasThreads() ? '' : ': it waits for the threads of the executor'}.`;
    case 'input':
      return say`${context.actor(what.place) ?? 'The program'} asks for a line of input${at(what.place.line)}.`;
    case 'over':
      return say`${overReason(what.reason)} The run took ${seconds(context.step.at)}; its exit status is ${String(what.status)}.`;
  }
}

function wrote(actor: CodePart | null, { place, stream, text }: Extract<Happening, { kind: 'wrote' }>): Sentence {
  const shown = quotable(text);
  const object = shown === '' ? say`${text.includes('\n') ? 'an empty line' : 'nothing visible'}` : say`“${{ code: shown }}”`;
  if (actor === null && stream === 'stderr') return say`The interpreter reports ${object}.`;
  return say`${actor ?? 'The program'} ${stream === 'stdout' ? 'prints' : 'writes to stderr'}${at(place.line)}: ${object}.`;
}

function created(context: Context, { place, lane }: Extract<Happening, { kind: 'created' }>): Sentence {
  const actor = context.actor(place);
  if (context.isThread(lane)) return say`${actor ?? 'The program'} starts the thread ${context.name(lane)}${at(place.line)}.`;
  if (actor === null) return say`The task ${context.name(lane)} is created; it is ready.`;
  if (context.isEager(lane, place)) return say`${actor} creates the task ${context.name(lane)}${at(place.line)}: it is eager and runs at once.`;
  return say`${actor} creates the task ${context.name(lane)}${at(place.line)}: it is ready and waits for its turn.`;
}

function stepped(context: Context, { task, line, after, cancelled }: Extract<Happening, { kind: 'stepped' }>): Sentence {
  const name = context.task(task);
  if (cancelled && after === undefined && context.neverRuns(task)) return say`${name} was cancelled before its first step: its code never runs.`;
  if (cancelled) return say`The cancellation reaches ${name}${at(line)}: ${{ code: 'CancelledError' }} is raised there.`;
  if (after === undefined) return say`${name} runs for the first time${at(line)}.`;
  return say`${name} resumes${at(line)} because ${reason(context, taskLaneId(task), after, 'its')}.`;
}

/** Why the wait of `lane` is over. */
function reason(context: Context, lane: LaneId, on: Awaited, whose: 'its' | 'their'): Sentence {
  switch (on.what) {
    case 'sleep':
      return context.wasCutShort(lane, on) ? say`${whose} sleep was cut short` : say`${whose} sleep ended`;
    case 'task':
      return say`${context.task(on.task)} ${endingWord(context, on)}`;
    case 'tasks': {
      const failed = context.failedEarly(on.tasks);
      return failed === null ? say`${{ code: on.call }} is over` : say`${failed} failed`;
    }
    case 'thread':
      return say`the thread ${context.name(`thread-${on.thread}`)} ended`;
    case 'executor':
      return say`the work in the executor is done`;
    case 'turn':
      return say`it is ${whose} turn again`;
    case 'loop':
      return say`the event loop has something to do`;
    case 'input':
      return say`there is input`;
    case 'call':
      return isIdleWorker(on) ? say`there is work for it` : say`${{ code: on.call }} is over`;
  }
}

function endingWord(context: Context, on: Awaited): string {
  const state = context.ending(on);
  return state === 'failed' ? 'failed' : state === 'cancelled' ? 'was cancelled' : 'is done';
}

function suspended(context: Context, who: Part, on: Awaited, where: Sentence): Sentence {
  switch (on.what) {
    case 'sleep':
      return Number.isFinite(on.seconds) ? say`${who} sleeps${where} for ${seconds(on.seconds)}.` : say`${who} sleeps${where} without end.`;
    case 'task':
      return say`${who} waits${where} until ${context.task(on.task)} is done.`;
    case 'tasks':
      return say`${who} waits${where} in ${{ code: on.call }}${forTasks(context, on.tasks)}.`;
    case 'thread':
      return say`${who} waits${where} until the thread ${context.name(`thread-${on.thread}`)} ends.`;
    case 'executor':
      return say`${who} waits${where} for work in an executor.`;
    case 'turn':
      return say`${who} gives up its turn${where} and is ready again at once.`;
    case 'loop':
      return say`${who} waits${where} in the event loop.`;
    case 'input':
      return say`${who} waits${where} for a line of input.`;
    case 'call':
      return isIdleWorker(on) ? say`${who} has no work left and waits for more.` : say`${who} waits${where} in ${{ code: on.call }}.`;
  }
}

/** Nothing where it is not tasks that are awaited together, but work in threads, say. */
function forTasks(context: Context, tasks: readonly TaskId[]): Sentence {
  return tasks.length === 0 ? [] : say` for ${several(context, tasks.map(taskLaneId))}`;
}

function woken(context: Context, what: Extract<Happening, { kind: 'woken' }>): Sentence {
  if (what.woken.length === 0) return say`The event loop goes on.`;
  const actor = context.actor(what.place);
  if (actor !== null && what.loop === undefined) {
    return say`${actor} wakes ${several(context, what.woken.map(({ lane }) => lane))}${at(what.place.line)}: ready.`;
  }
  return join(groupByReason(what.woken).map((group) => wokenTogether(context, group)), ' ');
}

function wokenTogether(context: Context, group: readonly Woken[]): Sentence {
  const [first] = group;
  const one = group.length === 1;
  const why = first?.waited === undefined ? say`` : say`: ${reason(context, first.lane, first.waited, one ? 'its' : 'their')}`;
  if (first?.within !== undefined) return say`${context.task(first.within)} goes on${why}.`;
  const state = group.every(({ lane }) => context.isThread(lane)) ? 'can go on' : one ? 'is ready' : 'are ready';
  return say`${several(context, group.map(({ lane }) => lane))} ${state}${why}.`;
}

function cancelRequested(context: Context, { place, task, message }: Extract<Happening, { kind: 'cancel-requested' }>): Sentence {
  const actor = context.actor(place);
  const target = context.task(task);
  const said = message === undefined ? '' : ` (“${quotable(message)}”)`;
  const group = actor === null ? context.failedGroupOf(task) : null;
  if (group !== null) {
    return say`The TaskGroup in ${group.owner} cancels ${target} because ${group.failed} failed.`;
  }
  if (context.loopEnds(task, place)) return say`The run is about to end: ${{ code: 'asyncio.run' }} cancels ${target}, which is left over${said}.`;
  if (actor === null) return say`A callback of the event loop, such as a timeout, cancels ${target}${said}.`;
  return say`${actor} asks${at(place.line)} for ${target} to be cancelled${said}.`;
}

function ended(context: Context, { lane, line, outcome, error, ran }: Extract<Happening, { kind: 'ended' }>): Sentence {
  const name: Sentence = context.isThread(lane) ? say`The thread ${context.name(lane)}` : say`${context.name(lane)}`;
  switch (outcome) {
    case 'returned':
      return context.isThread(lane) ? say`${name} ends.` : say`${name} is done${at(line)}.`;
    case 'failed':
      return say`${name} fails${at(line)}${error === undefined ? say`` : say` with ${{ code: quotable(error) }}`}.`;
    case 'cancelled':
      return ran ? say`${name} ends as cancelled${at(line)}.` : say`${name} is cancelled before it ever ran.`;
  }
}

function alsoReady(context: Context, woken: readonly Woken[]): Sentence {
  if (woken.length === 0) return say``;
  return say` ${several(context, woken.map(({ lane }) => lane))} ${woken.length === 1 ? 'is' : 'are'} ready.`;
}

function blocked(context: Context, { place, on }: Extract<Happening, { kind: 'blocked' }>): Sentence {
  const { step } = context;
  if (on.what === 'loop') {
    const until = step.lasts === 0 ? 'something happens' : seconds(step.at + step.lasts);
    return say`No task is ready: the event loop waits until ${until}.`;
  }
  if (place.task === undefined) return suspended(context, context.name(`thread-${place.thread}`), on, at(place.line));
  const how = on.what === 'sleep' ? say`for ${seconds(on.seconds)} with ${{ code: 'time.sleep' }}` : say`while its thread waits`;
  return say`${context.task(place.task)} blocks the event loop${at(place.line)} ${how}.${kept(context)}`;
}

/** Time passes although a task is in its step: it works. */
function working(context: Context): Sentence {
  const blocker = context.blocker();
  if (blocker === null) return say``;
  return say` ${context.name(blocker.lane.id)} works for ${seconds(blocker.seconds)}${between(blocker.span)} without giving up its turn.${kept(context)}`;
}

/** Where the work is, as nearly as the log knows. */
function between({ line, until }: BlockingSpan): Sentence {
  if (line === undefined || until === undefined) return [];
  if (line === until) return at(line);
  return say` (after ${{ text: `line ${line}`, line }}, before ${{ text: `line ${until}`, line: until }})`;
}

function kept(context: Context): Sentence {
  const tasks = context.blocker()?.span.keeps ?? [];
  if (tasks.length === 0) return say``;
  const who = several(context, tasks.map(taskLaneId));
  return say` Meanwhile ${who} ${tasks.length === 1 ? 'is' : 'are'} ready and cannot run.`;
}

function several(context: Context, lanes: readonly LaneId[]): Sentence {
  const names = context.names(lanes);
  return names === null ? say`${String(lanes.length)} tasks` : join(names.map((name) => [name]), ', ', ' and ');
}

function overReason(reason: EndReason): string {
  switch (reason) {
    case 'finished':
      return 'The program ends.';
    case 'deadlock':
      return 'Everything waits and nothing can wake it: the run is stopped.';
    case 'limit':
      return 'The run reached its limit and is stopped.';
    case 'stopped':
      return 'The reader stopped the run.';
    case 'crashed':
      return 'The interpreter failed.';
  }
}

function at(line: Place['line']): Sentence {
  return line === undefined ? [] : [' at ', { text: `line ${line}`, line }];
}

function seconds(value: number): string {
  return `${formatSeconds(value)} s`;
}
