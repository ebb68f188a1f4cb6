/** A sentence as parts, so that a view can set names as code and tie lines to the program, and a screen reader gets plain text. */
import type { LaneId } from '../model.ts';

/** A name as it stands in the program: set as code. `lane` is the task or thread that it names. */
export interface CodePart {
  readonly code: string;
  readonly lane?: LaneId;
}

/** Words that stand for a line of the program. */
export interface LinePart {
  readonly text: string;
  readonly line: number;
}

export type Part = string | CodePart | LinePart;
export type Sentence = readonly Part[];

/** A template whose holes are parts or whole sentences. @example say`${name} is done.` */
export function say(texts: TemplateStringsArray, ...holes: readonly (Part | Sentence)[]): Sentence {
  const parts: Part[] = [];
  for (const [index, text] of texts.entries()) {
    if (text !== '') parts.push(text);
    const hole = holes[index];
    if (hole === undefined || hole === '') continue;
    if (isSentence(hole)) parts.push(...hole);
    else parts.push(hole);
  }
  return parts;
}

function isSentence(hole: Part | Sentence): hole is Sentence {
  return Array.isArray(hole);
}

/** Puts a separator between sentences; `last` before the last one. */
export function join(sentences: readonly Sentence[], separator: string, last = separator): Sentence {
  return sentences.flatMap((sentence, index) =>
    index === 0 ? sentence : [index === sentences.length - 1 ? last : separator, ...sentence],
  );
}

export function plain(sentence: Sentence): string {
  return sentence.map(partText).join('');
}

export function partText(part: Part): string {
  if (typeof part === 'string') return part;
  return 'code' in part ? part.code : part.text;
}
