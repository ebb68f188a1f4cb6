/** Checks one exercise: its start must fail and its solution must pass. For the command, the tests and CI. Node. */
import { type ExerciseCheck, loadExercise } from './exercise.ts';
import { judge, type Verdict } from './judge.ts';
import { runProgram } from './run.ts';

export interface CheckedExercise {
  /** Simulated seconds that the solution takes. */
  readonly seconds: number;
  /** What is wrong, in sentences, or null. */
  readonly problem: string | null;
}

/** @throws (rejects) where the exercise cannot be loaded. */
export async function checkExercise(id: string): Promise<CheckedExercise> {
  const { start, solution, checks } = await loadExercise(id);
  const [unsolved, solved] = await Promise.all([judged(start, checks), judged(solution, checks)]);
  const problems: string[] = [];
  if (unsolved.verdict.passed) problems.push('start.py passes its checks already, so there is nothing to do. The checks say of it:', told(unsolved.verdict));
  if (!solved.verdict.passed) problems.push('solution.py does not pass the checks:', told(solved.verdict));
  return { seconds: solved.seconds, problem: problems.length === 0 ? null : problems.join('\n') };
}

async function judged(source: string, checks: readonly ExerciseCheck[]): Promise<{ verdict: Verdict; seconds: number }> {
  // Named as the page names it is of no account here: no check looks at tracebacks' file names.
  const log = await runProgram({ filename: 'program.py', source, work: 'free' });
  return { verdict: judge(checks, { source, log }, 'en'), seconds: log.at(-1)?.at ?? 0 };
}

function told({ findings }: Verdict): string {
  return findings.map(({ ok, sentence }) => `  ${ok ? '✓' : '✗'} ${sentence}`).join('\n');
}
