/** What the checks of examples and exercises say, with programs that do what the test lets them do. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { checkExample } from '../../../src/examples/check.ts';
import { type ExerciseData, loadExercise } from '../../../src/examples/exercise.ts';
import { checkExercise } from '../../../src/examples/exercise-check.ts';
import { type ExampleData, loadExample } from '../../../src/examples/load.ts';
import { ordinaryMarks } from '../../../src/examples/marks.ts';
import { runProgram } from '../../../src/examples/run.ts';
import type { EventLog } from '../../../src/log/events.ts';
import { transcriptOf } from '../../../src/log/transcript.ts';

vi.mock('../../../src/examples/run.ts', () => ({ runProgram: vi.fn() }));
vi.mock('../../../src/examples/load.ts', () => ({ loadExample: vi.fn() }));
vi.mock('../../../src/examples/exercise.ts', () => ({ loadExercise: vi.fn() }));

/** A run that printed a text. */
function logOf(text: string, { at = 1, status = 0, address = '0x1' } = {}): EventLog {
  return [
    { kind: 'start', seq: 0, at: 0, python: '3.14.2', epoch: 0, filename: 'p.py' },
    { kind: 'task-created', seq: 1, at: 0, thread: 1, task: 1, name: `<Lock at ${address}>`, coro: 'main', parent: null } as never,
    { kind: 'write', seq: 2, at, stream: 'stdout', text, thread: 1 },
    { kind: 'end', seq: 3, at, status, reason: 'finished' },
  ];
}

beforeEach(() => vi.resetAllMocks());

describe('an example', () => {
  /** What is wrong with an example that was recorded so, and runs so now. */
  async function problemOf(recorded: EventLog, now: EventLog, changes: Partial<ExampleData> = {}): Promise<string | null> {
    vi.mocked(loadExample).mockResolvedValue({
      id: 'no/such', filename: 'p.py', source: '', transcript: transcriptOf(recorded), log: recorded, marks: ordinaryMarks, ...changes,
    });
    vi.mocked(runProgram).mockResolvedValue(now);
    const { seconds, problem } = await checkExample(changes.id ?? 'no/such');
    expect(seconds).toBe(recorded.at(-1)?.at);
    return problem;
  }

  it('that runs as recorded has no problem', async () => {
    expect(await problemOf(logOf('a\n'), logOf('a\n'))).toBeNull();
  });

  it('differs in what it prints, in when, and in what its log says', async () => {
    expect(await problemOf(logOf('a\n'), logOf('b\n'))).toContain('| b');
    expect(await problemOf(logOf('a\n'), logOf('a\n', { at: 2 }))).toContain('2.000');
    expect(await problemOf(logOf('a\n'), logOf('a\n').toSpliced(1, 1))).toContain('--- no/such.events');
    expect(await problemOf(logOf('a\n'), logOf('a\n'), { log: null })).toContain('+++ this runtime, now');
  });

  it('may have its objects at other addresses', async () => {
    expect(await problemOf(logOf('a\n'), logOf('a\n', { address: '0x2' }))).toBeNull();
  });

  it('whose work costs real time may take another time, and not print another text', async () => {
    const marks = { ...ordinaryMarks, work: 'real' as const };
    expect(await problemOf(logOf('a\n'), logOf('a\n', { at: 2 }), { marks })).toBeNull();
    expect(await problemOf(logOf('a\n'), logOf('b\n'), { marks })).toContain('| b');
  });

  it('that no browser can run is not run', async () => {
    expect(await problemOf(logOf('a\n'), logOf('b\n'), { marks: { ...ordinaryMarks, browser: false } })).toBeNull();
    expect(runProgram).not.toHaveBeenCalled();
  });

  it('that exits with another status is told how to say so', async () => {
    expect(await problemOf(logOf('', { status: 1 }), logOf(''))).toContain('content/examples/no/such.json: {"status": 1');
    const marks = { ...ordinaryMarks, status: 2 };
    expect(await problemOf(logOf('', { status: 1 }), logOf(''), { marks })).toBe('It exits with 1, not with 2.');
  });

  it('that was never recorded is refused', async () => {
    await expect(problemOf(logOf(''), logOf(''), { transcript: null })).rejects.toThrow('no/such has no recording');
  });
});

describe('an exercise', () => {
  /** What is wrong with one whose programs print these texts, where `right` is asked for. */
  async function problemOf(start: string, solution: string): Promise<string | null> {
    const exercise: ExerciseData = { id: 'a/b', start: 'start', solution: 'solution', checks: [{ kind: 'output', equals: ['right'] }] };
    vi.mocked(loadExercise).mockResolvedValue(exercise);
    vi.mocked(runProgram).mockImplementation(({ source }) => Promise.resolve(logOf(source === 'start' ? start : solution, { at: source === 'start' ? 9 : 2 })));
    const { seconds, problem } = await checkExercise('a/b');
    expect(seconds).toBe(2);
    return problem;
  }

  it('has no problem where its start fails and its solution passes', async () => {
    expect(await problemOf('wrong\n', 'right\n')).toBeNull();
  });

  it('must leave something to do', async () => {
    expect(await problemOf('right\n', 'right\n')).toMatch(/^start\.py passes its checks already.*\n {2}✓ /);
  });

  it('must be solved by its solution', async () => {
    expect(await problemOf('wrong\n', 'wrong\n')).toMatch(/^solution\.py does not pass the checks:\n {2}✗ /);
  });
});
