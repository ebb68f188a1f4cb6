/** The steps of a run in Korean: 합니다체, names as they stand in the program with the particle joined to them. */
import type { Awaited, EndReason, Place } from '../events.ts';
import { taskLaneId } from '../model.ts';
import type { BlockingSpan, LaneId } from '../model.ts';
import type { Happening, Step, Woken } from '../steps.ts';
import { baseName, formatSeconds, groupByReason, isIdleWorker, quotable } from './context.ts';
import type { Context } from './context.ts';
import { join, partText, say } from './parts.ts';
import type { CodePart, Part, Sentence } from './parts.ts';
import { particleAfter } from './particles.ts';
import type { Particle } from './particles.ts';

export function koreanHeading(step: Step, steps: number): string {
  return `${steps}단계 중 ${step.index + 1}단계, ${seconds(step.at)}: `;
}

export function korean(context: Context): Sentence {
  const { what } = context.step;
  return what.kind === 'blocked' ? blocked(context, what) : say`${happening(context, what)}${working(context)}`;
}

function happening(context: Context, what: Exclude<Happening, { kind: 'blocked' }>): Sentence {
  switch (what.kind) {
    case 'started':
      return say`프로그램 ${mark({ code: baseName(what.filename) }, 'subject')} 시작됩니다.`;
    case 'wrote':
      return wrote(context.actor(what.place), what);
    case 'created':
      return created(context, what);
    case 'stepped':
      return stepped(context, what);
    case 'suspended':
      return suspended(context, context.task(what.task), what.on, at(what.line));
    case 'woken':
      return woken(context, what);
    case 'cancel-requested':
      return cancelRequested(context, what);
    case 'ended':
      return say`${ended(context, what)}${alsoReady(context, what.woken ?? [])}`;
    case 'switched':
      return say`이제 스레드 ${mark(context.name(`thread-${what.thread}`), 'subject')} 실행됩니다.`;
    case 'closing':
      return say`이벤트 루프를 정리합니다.${context.step.lasts === 0 || !context.hasThreads() ? '' : ' 실행기의 스레드가 끝나기를 기다립니다.'}`;
    case 'input':
      return say`${subject(context.actor(what.place))} ${at(what.place.line)}입력 한 줄을 요청합니다.`;
    case 'over':
      return say`${overReason(what.reason)} 걸린 시간은 ${seconds(context.step.at)}, 종료 상태는 ${String(what.status)}입니다.`;
  }
}

function wrote(actor: CodePart | null, { place, stream, text }: Extract<Happening, { kind: 'wrote' }>): Sentence {
  const shown = quotable(text);
  const object = shown === '' ? say`${text.includes('\n') ? '빈 줄' : '보이지 않는 문자'}` : say`“${{ code: shown }}”`;
  if (actor === null && stream === 'stderr') return say`인터프리터가 알립니다: ${object}.`;
  return say`${subject(actor)} ${at(place.line)}${stream === 'stdout' ? '출력합니다' : 'stderr에 출력합니다'}: ${object}.`;
}

function created(context: Context, { place, lane }: Extract<Happening, { kind: 'created' }>): Sentence {
  const actor = context.actor(place);
  const object = mark(context.name(lane), 'object');
  if (context.isThread(lane)) return say`${subject(actor)} ${at(place.line)}스레드 ${object} 시작합니다.`;
  if (context.isEager(lane, place)) return say`${subject(actor)} ${at(place.line)}즉시 시작 태스크 ${object} 만듭니다. 곧바로 실행됩니다.`;
  return say`${subject(actor)} ${at(place.line)}태스크 ${object} 만듭니다. 준비된 상태로 차례가 오기를 기다립니다.`;
}

function stepped(context: Context, { task, line, after, cancelled }: Extract<Happening, { kind: 'stepped' }>): Sentence {
  const name = context.task(task);
  if (cancelled && after === undefined && context.neverRuns(task)) return say`${mark(name, 'topic')} 첫걸음도 떼기 전에 취소되어, 코드가 한 줄도 실행되지 않습니다.`;
  if (cancelled) return say`취소가 ${name}에 전달되어 ${at(line)}${mark({ code: 'CancelledError' }, 'subject')} 발생합니다.`;
  if (after === undefined) return say`${mark(name, 'subject')} ${at(line)}처음으로 실행됩니다.`;
  return say`${reason(context, taskLaneId(task), after)} ${mark(name, 'subject')} ${at(line)}재개됩니다.`;
}

/** Why the wait of `lane` is over, as a clause that ends in -어/-아. */
function reason(context: Context, lane: LaneId, on: Awaited): Sentence {
  switch (on.what) {
    case 'sleep':
      return context.wasCutShort(lane, on) ? say`sleep이 도중에 끊겨` : say`sleep이 끝나`;
    case 'task':
      return say`${mark(context.task(on.task), 'subject')} ${endingWord(context, on)}`;
    case 'tasks': {
      const failed = context.failedEarly(on.tasks);
      return failed === null ? say`${mark({ code: on.call }, 'subject')} 끝나` : say`${mark(failed, 'subject')} 실패하여`;
    }
    case 'call':
      return isIdleWorker(on) ? say`할 일이 생겨` : say`${mark({ code: on.call }, 'subject')} 끝나`;
    case 'thread':
      return say`스레드 ${mark(context.name(`thread-${on.thread}`), 'subject')} 끝나`;
    case 'executor':
      return say`실행기에 맡긴 일이 끝나`;
    case 'turn':
      return say`다시 차례가 되어`;
    case 'loop':
      return say`이벤트 루프에 할 일이 생겨`;
    case 'input':
      return say`입력이 들어와`;
  }
}

function endingWord(context: Context, on: Awaited): string {
  const state = context.ending(on);
  return state === 'failed' ? '실패하여' : state === 'cancelled' ? '취소되어' : '완료되어';
}

function suspended(context: Context, who: CodePart, on: Awaited, where: Sentence): Sentence {
  const subject = mark(who, 'subject');
  switch (on.what) {
    case 'sleep':
      return Number.isFinite(on.seconds) ? say`${subject} ${where}${seconds(on.seconds)} 동안 잠듭니다.` : say`${subject} ${where}끝없이 잠듭니다.`;
    case 'task':
      return say`${subject} ${where}${mark(context.task(on.task), 'subject')} 완료되기를 기다립니다.`;
    case 'tasks':
      return on.tasks.length === 0
        ? say`${subject} ${where}${mark({ code: on.call }, 'subject')} 끝나기를 기다립니다.`
        : say`${subject} ${where}${mark({ code: on.call }, 'by')} ${several(context, on.tasks.map(taskLaneId), 'object')} 기다립니다.`;
    case 'thread':
      return say`${subject} ${where}스레드 ${mark(context.name(`thread-${on.thread}`), 'subject')} 끝나기를 기다립니다.`;
    case 'executor':
      return say`${subject} ${where}실행기에 맡긴 일을 기다립니다.`;
    case 'turn':
      return say`${subject} ${where}차례를 양보하고 곧바로 다시 준비됩니다.`;
    case 'loop':
      return say`${subject} ${where}이벤트 루프에서 대기합니다.`;
    case 'input':
      return say`${subject} ${where}입력 한 줄을 기다립니다.`;
    case 'call':
      if (isIdleWorker(on)) return say`${subject} 남은 일이 없어 다음 일을 기다립니다.`;
      return say`${subject} ${where}${mark({ code: on.call }, 'subject')} 끝나기를 기다립니다.`;
  }
}

function woken(context: Context, what: Extract<Happening, { kind: 'woken' }>): Sentence {
  if (what.woken.length === 0) return say`이벤트 루프가 다시 움직입니다.`;
  const actor = context.actor(what.place);
  if (actor !== null && what.loop === undefined) {
    return say`${subject(actor)} ${at(what.place.line)}${several(context, what.woken.map(({ lane }) => lane), 'object')} 깨워 준비된 상태로 만듭니다.`;
  }
  return join(groupByReason(what.woken).map((group) => wokenTogether(context, group)), ' ');
}

function wokenTogether(context: Context, group: readonly Woken[]): Sentence {
  const [first] = group;
  const why = first?.waited === undefined ? say`` : say`${reason(context, first.lane, first.waited)} `;
  if (first?.within !== undefined) return say`${why}${mark(context.task(first.within), 'subject')} 이어서 실행됩니다.`;
  const state = group.every(({ lane }) => context.isThread(lane)) ? '다시 실행될 수 있습니다' : '준비되었습니다';
  return say`${why}${several(context, group.map(({ lane }) => lane), 'subject')} ${state}.`;
}

function cancelRequested(context: Context, { place, task, message }: Extract<Happening, { kind: 'cancel-requested' }>): Sentence {
  const actor = context.actor(place);
  const target = context.task(task);
  const said = message === undefined ? '' : ` (“${quotable(message)}”)`;
  const group = actor === null ? context.failedGroupOf(task) : null;
  if (group !== null) {
    return say`${mark(group.failed, 'subject')} 실패하여 ${group.owner}의 TaskGroup이 ${mark(target, 'object')} 취소합니다.`;
  }
  if (context.loopEnds(task, place)) return say`실행이 곧 끝나므로 ${mark({ code: 'asyncio.run' }, 'subject')} 남아 있는 ${mark(target, 'object')} 취소합니다${said}.`;
  if (actor === null) return say`시간제한 같은 이벤트 루프의 콜백이 ${target}의 취소를 요청합니다${said}.`;
  return say`${subject(actor)} ${at(place.line)}${target}의 취소를 요청합니다${said}.`;
}

function ended(context: Context, { lane, line, outcome, error, ran }: Extract<Happening, { kind: 'ended' }>): Sentence {
  const name = context.isThread(lane) ? say`스레드 ${mark(context.name(lane), 'subject')}` : mark(context.name(lane), 'subject');
  switch (outcome) {
    case 'returned':
      return context.isThread(lane) ? say`${name} 끝납니다.` : say`${name} ${at(line)}완료됩니다.`;
    case 'failed':
      return error === undefined ? say`${name} ${at(line)}실패합니다.` : say`${name} ${at(line)}${mark({ code: quotable(error) }, 'by')} 실패합니다.`;
    case 'cancelled':
      return ran ? say`${name} ${at(line)}취소된 채로 끝납니다.` : say`${name} 한 번도 실행되지 않은 채 취소됩니다.`;
  }
}

function alsoReady(context: Context, woken: readonly Woken[]): Sentence {
  return woken.length === 0 ? say`` : say` ${several(context, woken.map(({ lane }) => lane), 'subject')} 준비되었습니다.`;
}

function blocked(context: Context, { place, on }: Extract<Happening, { kind: 'blocked' }>): Sentence {
  const { step } = context;
  if (on.what === 'loop') {
    const until = step.lasts === 0 ? '무언가 일어날' : `${seconds(step.at + step.lasts)}가 될`;
    return say`준비된 태스크가 없어 이벤트 루프가 ${until} 때까지 대기합니다.`;
  }
  if (place.task === undefined) return suspended(context, context.name(`thread-${place.thread}`), on, at(place.line));
  const how = on.what === 'sleep' ? say`${mark({ code: 'time.sleep' }, 'by')} ${seconds(on.seconds)} 동안` : say`스레드가 기다리는 동안`;
  return say`${mark(context.task(place.task), 'subject')} ${at(place.line)}${how} 이벤트 루프를 막습니다.${kept(context)}`;
}

/** Time passes although a task is in its step: it works. */
function working(context: Context): Sentence {
  const blocker = context.blocker();
  if (blocker === null) return say``;
  return say` ${mark(context.name(blocker.lane.id), 'subject')} ${between(blocker.span)}차례를 넘기지 않고 ${seconds(blocker.seconds)} 동안 일합니다.${kept(context)}`;
}

/** Where the work is, as nearly as the log knows. */
function between({ line, until }: BlockingSpan): Sentence {
  if (line === undefined || until === undefined) return [];
  if (line === until) return at(line);
  return say`${{ text: `${line}행`, line }} 뒤, ${{ text: `${until}행`, line: until }} 앞에서 `;
}

function kept(context: Context): Sentence {
  const tasks = context.blocker()?.span.keeps ?? [];
  if (tasks.length === 0) return say``;
  return say` 그동안 ${several(context, tasks.map(taskLaneId), 'topic')} 준비되어 있어도 실행되지 못합니다.`;
}

function several(context: Context, lanes: readonly LaneId[], particle: Particle): Sentence {
  const names = context.names(lanes);
  if (names === null) return say`태스크 ${String(lanes.length)}개${particleAfter('개', particle)}`;
  const [first, second] = names;
  if (first !== undefined && second !== undefined && names.length === 2) return say`${mark(first, 'and')} ${mark(second, particle)}`;
  return join(names.map((name, index) => (index === names.length - 1 ? mark(name, particle) : [name])), ', ');
}

function overReason(reason: EndReason): string {
  switch (reason) {
    case 'finished':
      return '프로그램이 끝납니다.';
    case 'deadlock':
      return '모두가 기다리기만 하고 깨울 수 있는 것이 없어 실행을 멈춥니다.';
    case 'limit':
      return '실행이 한도에 이르러 멈춥니다.';
    case 'stopped':
      return '독자가 실행을 멈췄습니다.';
    case 'crashed':
      return '인터프리터가 고장 났습니다.';
  }
}

/** A name with its particle. */
function mark(name: CodePart, particle: Particle): Sentence {
  return [name, particleAfter(partText(name), particle)];
}

function subject(actor: CodePart | null): Sentence {
  return actor === null ? ['프로그램이'] : mark(actor, 'subject');
}

function at(line: Place['line']): Sentence {
  const words: readonly Part[] = line === undefined ? [] : [{ text: `${line}행`, line }, '에서 '];
  return words;
}

function seconds(value: number): string {
  return `${formatSeconds(value)}초`;
}
