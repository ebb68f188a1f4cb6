/** Exercises as the build and the checks load them. Build and Node. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import { contentFolder } from './content.ts';
import { parseJson } from './json.ts';
import { listExercises } from './list.ts';
import { nearest } from './nearest.ts';

/** What a solved exercise must fulfil; judge.ts says what each of them means. Durations are simulated seconds. */
const checkSchema = z.union([
  z.strictObject({ kind: z.literal('output'), equals: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('output'), includes: z.string() }),
  z.strictObject({ kind: z.literal('output'), excludes: z.string() }),
  z.strictObject({ kind: z.literal('duration'), atLeast: z.number(), atMost: z.number() }),
  z.strictObject({ kind: z.literal('source'), includes: z.string() }),
  z.strictObject({ kind: z.literal('source'), excludes: z.string() }),
]);

const exerciseSchema = z.strictObject({ checks: z.array(checkSchema).min(1) });

export type ExerciseCheck = z.infer<typeof checkSchema>;

export interface ExerciseData {
  /** `<chapter>/<name>` */
  readonly id: string;
  /** The program that the reader is to change. */
  readonly start: string;
  readonly solution: string;
  readonly checks: readonly ExerciseCheck[];
}

/**
 * Loads an exercise by its id from `content/exercises/<chapter>/<name>/`.
 *
 * @throws Error whose message says what to do, if a file is missing or malformed.
 */
export async function loadExercise(id: string, content: URL = contentFolder): Promise<ExerciseData> {
  const folder = new URL(`exercises/${id}/`, content);
  const missing = ['start.py', 'solution.py', 'exercise.json'].filter((name) => !existsSync(new URL(name, folder)));
  if (missing.length > 0) {
    const near = nearest(id, listExercises(content)).map((other) => `"${other}"`);
    throw new Error(
      `The exercise "${id}" lacks ${missing.join(', ')} in ${fileURLToPath(folder)}. ` +
        (near.length === 0 ? 'Write them.' : `Write them, or name another exercise, such as ${near.join(', ')}.`),
    );
  }
  const read = (name: string) => readFile(new URL(name, folder), 'utf8');
  const [start, solution, json] = await Promise.all([read('start.py'), read('solution.py'), read('exercise.json')]);
  const path = `${fileURLToPath(folder)}exercise.json`;
  const parsed = exerciseSchema.safeParse(parseJson(json, path));
  if (!parsed.success) {
    throw new Error(`${path} does not describe checks:\n${z.prettifyError(parsed.error)}`);
  }
  return { id, start, solution, checks: parsed.data.checks };
}
