import { z } from 'astro/zod';
import type { Language } from './ui.ts';

export const languages: readonly Language[] = ['en', 'ko'];

/** The same words in each language, as files in `content/` hold them. Node. */
export const words = z.strictObject({ en: z.string(), ko: z.string() });

export type Words = z.infer<typeof words>;
