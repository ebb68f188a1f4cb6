/** The questions that everybody asks: each has its short answer, and a program that proves it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/i18n/ui.ts';
import { type Component, pageSource } from '../../../src/site/page-source.ts';

const QUESTIONS = Array.from({ length: 25 }, (_, index) => `m${index + 1}`);

/** The programs under the heading with this anchor, down to the next heading. */
function programsUnder(name: string, anchor: string, language: Language): readonly Component[] {
  const { headings, components } = pageSource(name, language);
  const at = headings.findIndex((heading) => heading.anchor === anchor);
  const [from, to] = [headings[at]?.line ?? Infinity, headings[at + 1]?.line ?? Infinity];
  return components.filter(({ name: kind, line }) => ['Example', 'Predict'].includes(kind) && line > from && line < to);
}

describe.each(['en', 'ko'] as const)('the questions in %s', (language) => {
  const page = pageSource('practice/faq', language);
  const text = readFileSync(page.file, 'utf8').split('\n');
  const asked = page.headings.filter(({ depth }) => depth === 3);

  it('are all there', () => {
    expect(asked.map(({ anchor }) => anchor).sort()).toEqual([...QUESTIONS].sort());
  });

  it.each(QUESTIONS)('%s is answered in three sentences', (anchor) => {
    const line = asked.find((heading) => heading.anchor === anchor)?.line ?? Infinity;
    const rest = text.slice(line).join('\n').trimStart();
    const answer = rest.slice(0, rest.indexOf('\n\n')).replaceAll(/`[^`]*`/g, 'code').replaceAll(/\]\([^)]*\)/g, ']');
    expect(answer.match(/[.!?]["”)]*(?=\s|$)/g)).toHaveLength(3);
  });

  it.each(QUESTIONS)('%s is proved by a program, there or where it links to', (anchor) => {
    const at = page.headings.findIndex((heading) => heading.anchor === anchor);
    const [from, to] = [page.headings[at]?.line ?? Infinity, page.headings[at + 1]?.line ?? Infinity];
    const linked = page.links
      .filter(({ line }) => line > from && line < to)
      .flatMap(({ url }) => {
        const [, name, target] = /^(?:\/ko)?\/([a-z-]+\/[a-z-]+)\/#(.+)$/.exec(url) ?? [];
        return name === undefined || target === undefined ? [] : programsUnder(name, target, language);
      });
    expect([...linked, ...programsUnder('practice/faq', anchor, language)]).not.toEqual([]);
  });
});
