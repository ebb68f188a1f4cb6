/** What a step says, in the reader's language. Made when asked for, so that a long run costs nothing until it is read. */
import type { Timeline } from '../model.ts';
import type { Step } from '../steps.ts';
import { Context } from './context.ts';
import { english, englishHeading } from './en.ts';
import { korean, koreanHeading } from './ko.ts';
import { plain } from './parts.ts';
import type { Sentence } from './parts.ts';

export type Language = 'en' | 'ko';

const tellers = {
  en: { sentence: english, heading: englishHeading },
  ko: { sentence: korean, heading: koreanHeading },
} as const;

/** @example '`quick` resumes at line 4 because its sleep ended.' */
export function sentenceOf(timeline: Timeline, step: Step, language: Language): Sentence {
  return tellers[language].sentence(new Context(timeline, step));
}

/** Number and time of a step. @example 'Step 13 of 24, 0.1 s: ' */
export function headingOf(timeline: Timeline, step: Step, language: Language): string {
  return tellers[language].heading(step, timeline.steps.length);
}

/** With its number and time, as plain text. @example 'Step 13 of 24, 0.1 s: quick resumes at line 4 because its sleep ended.' */
export function announce(timeline: Timeline, step: Step, language: Language): string {
  return headingOf(timeline, step, language) + plain(sentenceOf(timeline, step, language));
}
