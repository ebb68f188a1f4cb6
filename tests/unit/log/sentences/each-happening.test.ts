import { describe, expect, it } from 'vitest';
import { plain } from '../../../../src/log/sentences/parts.ts';
import { sentenceOf } from '../../../../src/log/sentences/sentences.ts';
import { timelineOf } from '../../../../src/log/timeline.ts';
import type { Awaited, EndReason } from '../../../../src/log/events.ts';
import { Story, story } from '../build-log.ts';

/** The sentences, in both languages, of what a story tells after `main` (task 1, lines 1 to 9) began to run. */
function last(tell: (run: Story, main: number) => void, fromEnd = 1): readonly [string, string] {
  const run = new Story();
  const main = run.creates({}, 'Task-1', 'main');
  run.steps(main, 1);
  tell(run, main);
  const timeline = timelineOf(run.log);
  const step = timeline.steps.at(-fromEnd);
  if (step === undefined) throw new Error('no step');
  return [plain(sentenceOf(timeline, step, 'en')), plain(sentenceOf(timeline, step, 'ko'))];
}

describe('a task that waits', () => {
  const waits = (on: Awaited): readonly [string, string] => last((run, main) => run.suspends(main, 2, on));

  it.each<[Awaited, string, string]>([
    [{ what: 'sleep', seconds: 1.5 }, 'main sleeps at line 2 for 1.5 s.', 'main이 2행에서 1.5초 동안 잠듭니다.'],
    [{ what: 'sleep', seconds: Infinity }, 'main sleeps at line 2 without end.', 'main이 2행에서 끝없이 잠듭니다.'],
    [{ what: 'task', task: 1 }, 'main waits at line 2 until main is done.', 'main이 2행에서 main이 완료되기를 기다립니다.'],
    [
      { what: 'tasks', tasks: [1, 1, 1, 1, 1], call: 'wait' },
      'main waits at line 2 in wait for 5 tasks.',
      'main이 2행에서 wait로 태스크 5개를 기다립니다.',
    ],
    [
      { what: 'thread', thread: 1 },
      'main waits at line 2 until the thread MainThread ends.',
      'main이 2행에서 스레드 MainThread가 끝나기를 기다립니다.',
    ],
    [{ what: 'executor' }, 'main waits at line 2 for work in an executor.', 'main이 2행에서 실행기에 맡긴 일을 기다립니다.'],
    [{ what: 'turn' }, 'main gives up its turn at line 2 and is ready again at once.', 'main이 2행에서 차례를 양보하고 곧바로 다시 준비됩니다.'],
    [{ what: 'input' }, 'main waits at line 2 for a line of input.', 'main이 2행에서 입력 한 줄을 기다립니다.'],
    [{ what: 'call', call: 'Queue.get' }, 'main waits at line 2 in Queue.get.', 'main이 2행에서 Queue.get이 끝나기를 기다립니다.'],
  ])('for %j', (on, english, korean) => {
    expect(waits(on)).toEqual([english, korean]);
  });
});

describe('the end of a run', () => {
  it.each<[EndReason, string, string]>([
    ['finished', 'The program ends. The run took 0 s; its exit status is 0.', '프로그램이 끝납니다. 걸린 시간은 0초, 종료 상태는 0입니다.'],
    [
      'deadlock',
      'Everything waits and nothing can wake it: the run is stopped. The run took 0 s; its exit status is 0.',
      '모두가 기다리기만 하고 깨울 수 있는 것이 없어 실행을 멈춥니다. 걸린 시간은 0초, 종료 상태는 0입니다.',
    ],
  ])('says why: %s', (reason, english, korean) => {
    expect(last((run) => run.over(0, reason))).toEqual([english, korean]);
  });
});

describe('sentences', () => {
  it('say how long somebody works, and whom that keeps', () => {
    const work = (run: Story, main: number): void => {
      run.creates({ task: main, line: 2 }, 'other');
      run.prints({ task: main, line: 3 }, '\u001b[1mcounting\u001b[0m');
      run.passes(0.25);
      run.finishes(main, 4);
    };
    expect(last(work, 2)).toEqual([
      'main prints at line 3: “counting”. main works for 0.25 s (after line 3, before line 4) without giving up its turn. Meanwhile other is ready and cannot run.',
      'main이 3행에서 출력합니다: “counting”. main이 3행 뒤, 4행 앞에서 차례를 넘기지 않고 0.25초 동안 일합니다. 그동안 other는 준비되어 있어도 실행되지 못합니다.',
    ]);
  });

  it('know a task that was cancelled before it ever ran', () => {
    const never = (run: Story, main: number): void => {
      const child = run.creates({ task: main, line: 2 }, 'child');
      run.cancels({ task: main, line: 3 }, child);
      run.finishes(child, undefined, 'cancelled');
    };
    expect(last(never)).toEqual(['child is cancelled before it ever ran.', 'child가 한 번도 실행되지 않은 채 취소됩니다.']);
  });

  it('tell in one that a task ends and that it wakes who awaits it', () => {
    const end = (run: Story, main: number): void => {
      const child = run.creates({ task: main, line: 2 }, 'child');
      run.suspends(main, 3, { what: 'task', task: child });
      run.steps(child, 8);
      run.wakes({ task: child }, main);
      run.finishes(child, undefined, 'cancelled');
    };
    expect(last(end)).toEqual(['child ends as cancelled. main is ready.', 'child가 취소된 채로 끝납니다. main이 준비되었습니다.']);
  });

  it('know what asyncio.run cancels at the end, and what a timeout cancels', () => {
    const leftOver = (run: Story, main: number): void => {
      const child = run.creates({ task: main, line: 2 }, 'child');
      run.finishes(main, 3);
      run.cancels({ line: 9 }, child);
    };
    expect(last(leftOver)).toEqual([
      'The run is about to end: asyncio.run cancels child, which is left over.',
      '실행이 곧 끝나므로 asyncio.run이 남아 있는 child를 취소합니다.',
    ]);
    expect(last((run, main) => run.cancels({}, main))).toEqual([
      'A callback of the event loop, such as a timeout, cancels main.',
      '시간제한 같은 이벤트 루프의 콜백이 main의 취소를 요청합니다.',
    ]);
  });

  it('do not take a timeout for the end of the run where the loop has run another task before', () => {
    const second = (run: Story, main: number): void => {
      run.finishes(main, 3);
      const test = run.creates({ line: 9 }, 'test');
      run.steps(test, 4);
      run.suspends(test, 5, { what: 'call', call: 'Event.wait' });
      run.idles(0.5);
      run.cancels({}, test);
    };
    expect(last(second)[0]).toBe('A callback of the event loop, such as a timeout, cancels test.');
  });

  it('know a sleep that something else has ended before its time', () => {
    const interrupted = (after: number) => (run: Story, main: number): void => {
      run.suspends(main, 3, { what: 'sleep', seconds: 60 });
      run.idles(after);
      run.wakes({}, main);
    };
    expect(last(interrupted(0.2))).toEqual(['main is ready: its sleep was cut short.', 'sleep이 도중에 끊겨 main이 준비되었습니다.']);
    expect(last(interrupted(60))).toEqual(['main is ready: its sleep ended.', 'sleep이 끝나 main이 준비되었습니다.']);
  });

  it('know that a generator that is closed by a cancelled task does run', () => {
    const closing = (run: Story, main: number): void => {
      const athrow = run.creates({}, 'athrow');
      run.finishes(main, 3);
      run.cancels({ line: 9 }, athrow);
      run.steps(athrow, 8);
      run.prints({ task: athrow, line: 10 }, 'closed');
      run.finishes(athrow, undefined, 'cancelled');
    };
    expect(last(closing, 3)[0]).toBe('The cancellation reaches athrow at line 8: CancelledError is raised there.');
  });

  it('know whose TaskGroup cancels whom, and why', () => {
    const group = (run: Story, main: number): void => {
      const good = run.creates({ task: main, line: 2 }, 'good');
      const bad = run.creates({ task: main, line: 3 }, 'bad');
      run.suspends(main, 4, { what: 'tasks', tasks: [good, bad], call: 'TaskGroup' });
      run.steps(good, 11);
      run.suspends(good, 12, { what: 'sleep', seconds: 1 });
      run.steps(bad, 21);
      run.finishes(bad, 22, 'failed', 'ValueError: no');
      run.cancels({}, good);
      run.wakes({}, good);
      run.wakes({}, main);
    };
    expect(last(group, 2)).toEqual(['The TaskGroup in main cancels good because bad failed.', 'bad가 실패하여 main의 TaskGroup이 good을 취소합니다.']);
    expect(last(group)).toEqual(['main is ready: bad failed.', 'bad가 실패하여 main이 준비되었습니다.']);
  });

  it('do not take a timeout in a TaskGroup for the group', () => {
    const late = (run: Story, main: number): void => {
      const slow = run.creates({ task: main, line: 2 }, 'slow');
      run.suspends(main, 3, { what: 'tasks', tasks: [slow], call: 'TaskGroup' });
      run.steps(slow, 11);
      run.suspends(slow, 12, { what: 'sleep', seconds: 1 });
      run.cancels({}, slow);
    };
    expect(last(late)).toEqual([
      'A callback of the event loop, such as a timeout, cancels slow.',
      '시간제한 같은 이벤트 루프의 콜백이 slow의 취소를 요청합니다.',
    ]);
  });

  it('know that an eager task runs at once', () => {
    const eager = (run: Story, main: number): void => {
      run.steps(run.creates({ task: main, line: 2 }, 'eager'), 11);
    };
    expect(last(eager, 2)).toEqual(['main creates the task eager at line 2: it is eager and runs at once.', 'main이 2행에서 즉시 시작 태스크 eager를 만듭니다. 곧바로 실행됩니다.']);
  });

  it('tell of work in threads: what awaits it, who has none left, and the end', () => {
    const pool = (run: Story, main: number): void => {
      const worker = run.starts({ task: main, line: 2 }, 'pool_0');
      run.suspends(main, 3, { what: 'tasks', tasks: [], call: 'gather' });
      run.resumes(worker, false);
      run.blocks({ what: 'call', call: 'SimpleQueue.get' });
      run.resumes(1, false);
      run.wakes({}, main);
      run.steps(main, 3);
      run.finishes(main, 4);
      const closing = run.creates({ line: 9 }, 'Task-2', 'BaseEventLoop.shutdown_default_executor');
      run.steps(closing);
      run.blocks({ what: 'loop', loop: 1 });
      run.passes(0.2);
      run.resumes(1);
      run.finishes(closing);
    };
    expect(last(pool, 8)).toEqual(['main waits at line 3 in gather.', 'main이 3행에서 gather가 끝나기를 기다립니다.']);
    expect(last(pool, 6)).toEqual(['pool_0 has no work left and waits for more.', 'pool_0이 남은 일이 없어 다음 일을 기다립니다.']);
    expect(last(pool, 2)).toEqual([
      'The event loop is shut down: it waits for the threads of the executor.',
      '이벤트 루프를 정리합니다. 실행기의 스레드가 끝나기를 기다립니다.',
    ]);
  });

  it('name the line that wakes somebody', () => {
    const wake = (run: Story, main: number): void => {
      const child = run.creates({ task: main, line: 2 }, 'child');
      run.suspends(child, 8, { what: 'call', call: 'Event.wait' });
      run.wakes({ task: main, line: 3 }, child);
    };
    expect(last(wake)).toEqual(['main wakes child at line 3: ready.', 'main이 3행에서 child를 깨워 준비된 상태로 만듭니다.']);
  });

  it('tell of threads', () => {
    const timeline = timelineOf(
      story((run) => {
        const other = run.starts({ line: 2 }, 'other');
        run.prints({ line: 3 }, 'on');
        run.resumes(other, false);
        run.tell({ kind: 'input-requested', thread: other, line: 9 });
        run.ends();
        run.resumes(1, false);
      }),
    );
    expect(timeline.steps.map((step) => plain(sentenceOf(timeline, step, 'en')))).toEqual([
      'The program story.py starts.',
      'MainThread starts the thread other at line 2.',
      'MainThread prints at line 3: “on”.',
      'The thread other runs now.',
      'other asks for a line of input at line 9.',
      'The thread other ends.',
      'The program ends. The run took 0 s; its exit status is 0.',
    ]);
  });
});
