import { z } from 'astro/zod';
import type { Language } from '../i18n/ui.ts';
import { parseJson } from './json.ts';

/**
 * What is special about an example, from `<name>.json` beside it. An ordinary example has no such file: work is free, it
 * exits with status 0, and it runs in a browser. Every exception says why, in `reason`, in both languages.
 */
export interface Marks {
  /** `real`: the program's own work costs time on its clock, for that is what it shows. */
  readonly work: 'free' | 'real';
  /** Expected exit status. */
  readonly status: number;
  /** `false`: it needs processes or signals of the system, and is recorded on native Python. */
  readonly browser: boolean;
  readonly reason: Readonly<Record<Language, string>> | null;
}

export const ordinaryMarks: Marks = { work: 'free', status: 0, browser: true, reason: null };

const marksSchema = z
  .strictObject({
    work: z.literal('real').optional(),
    status: z.int().min(1).max(255).optional(),
    browser: z.literal(false).optional(),
    reason: z.strictObject({ en: z.string().min(10), ko: z.string().min(10) }),
  })
  .refine(({ work, status, browser }) => (work ?? status ?? browser) !== undefined, {
    error: 'marks nothing: an ordinary example has no such file',
  });

/**
 * Reads a file of marks. `path` is for the message.
 *
 * @throws Error that names the file and says what is allowed in it.
 */
export function parseMarks(json: string, path: string): Marks {
  const parsed = marksSchema.safeParse(parseJson(json, path));
  if (!parsed.success) {
    throw new Error(
      `${path} may hold "work": "real", "status": 1 to 255, "browser": false, and must hold the "reason": { "en": …, "ko": … }:\n${z.prettifyError(parsed.error)}`,
    );
  }
  const { work = 'free', status = 0, browser = true, reason } = parsed.data;
  return { work, status, browser, reason };
}
