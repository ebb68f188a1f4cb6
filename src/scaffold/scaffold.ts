/**
 * Makes the files of a new example or page from `templates/`: programs that run, and pages that have every part. What is to be
 * written by the author is marked with ✎, which the count of the content finds (completeness.ts). Node.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { contentFolder } from '../examples/content.ts';
import { nearest } from '../examples/nearest.ts';
import { type Outline, readOutline } from '../site/outline.ts';

/** A mistake of whoever called, in a sentence that says what to do. */
export class ScaffoldError extends Error {}

export interface NewPage {
  /** `<chapter>/<slug>` */
  readonly id: string;
  readonly title: { readonly en: string; readonly ko: string };
  /** Whether it gets an exercise with its programs. */
  readonly exercise: boolean;
}

/**
 * Makes `content/examples/<id>.py`.
 *
 * @returns the files that were written, as paths in `content`.
 * @throws ScaffoldError if the name is not one, its chapter does not exist, or the file is there.
 */
export function newExample(id: string, content: URL = contentFolder): readonly string[] {
  chapterOf(id, content);
  return write({ [`examples/${id}.py`]: template('example.py') }, content);
}

/**
 * Makes a page in both languages, with two examples, a program to predict and, if wanted, an exercise, and adds it at the end of
 * its chapter in the outline.
 *
 * @returns the files that were written or changed, as paths in `content`.
 * @throws ScaffoldError, before anything is written, if a name or title is not one or a file is there.
 */
export function newPage({ id, title, exercise }: NewPage, content: URL = contentFolder): readonly string[] {
  const { chapter, name } = chapterOf(id, content);
  checkTitles(title);
  const page = (language: 'en' | 'ko') =>
    filled(template(`page.${language}.mdx`), {
      title: JSON.stringify(title[language]),
      exercise: exercise ? filled(template(`exercise.${language}.mdx`), { chapter, slug: name }) : '',
      chapter,
      slug: name,
    });
  const written = write(
    {
      [`docs/${id}.mdx`]: page('en'),
      [`docs/ko/${id}.mdx`]: page('ko'),
      [`examples/${id}-first.py`]: template('example.py'),
      [`examples/${id}-second.py`]: template('example.py'),
      [`examples/${chapter}/predict-${name}.py`]: template('predict.py'),
      ...(exercise
        ? Object.fromEntries(['start.py', 'solution.py', 'exercise.json'].map((file) => [`exercises/${id}/${file}`, template(`exercise/${file}`)]))
        : {}),
    },
    content,
  );
  addToOutline(chapter, name, content);
  return [...written, 'outline.json'];
}

function addToOutline(chapter: string, page: string, content: URL): void {
  const file = new URL('outline.json', content);
  // It has been read as an outline before; as it is written, its keys keep their order.
  const outline = JSON.parse(readFileSync(file, 'utf8')) as Outline;
  outline.chapters.find(({ id }) => id === chapter)?.pages.push(page);
  writeFileSync(file, `${JSON.stringify(outline, null, 2)}\n`);
}

const NAME = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/;

function chapterOf(id: string, content: URL): { chapter: string; name: string } {
  const [, chapter, name] = NAME.exec(id) ?? [];
  if (chapter === undefined || name === undefined) {
    throw new ScaffoldError(`"${id}" is no name. Write <chapter>/<name> in small letters, digits and hyphens, for example basics/two-tasks.`);
  }
  const chapters = readOutline(content).chapters.map((other) => other.id);
  if (!chapters.includes(chapter)) {
    throw new ScaffoldError(
      `There is no chapter "${chapter}". Did you mean ${nearest(chapter, chapters, 1)[0] ?? 'another'}? The chapters are ${chapters.join(', ')}. ` +
        'A new one is first written into content/outline.json, with its titles and "pages": [].',
    );
  }
  return { chapter, name };
}

function checkTitles({ en, ko }: NewPage['title']): void {
  if (en.trim() === '' || ko.trim() === '') throw new ScaffoldError('A page has a title in English and one in Korean: "English title" "한국어 제목".');
  if (/\p{Script=Hangul}/u.test(en)) throw new ScaffoldError(`The English title comes first, and "${en}" is Korean.`);
}

/** Writes all files, or none if one of them is there. */
function write(files: Readonly<Record<string, string>>, content: URL): readonly string[] {
  const there = Object.keys(files).filter((path) => existsSync(new URL(path, content)));
  if (there.length > 0) {
    throw new ScaffoldError(`Nothing was written, for ${there.map((path) => `content/${path}`).join(' and ')} ${there.length === 1 ? 'exists' : 'exist'} already.`);
  }
  for (const [path, text] of Object.entries(files)) {
    const file = new URL(path, content);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, text);
  }
  return Object.keys(files);
}

function template(name: string): string {
  return readFileSync(new URL(`./templates/${name}`, import.meta.url), 'utf8');
}

/** Puts values into the places in braces that have their names; other braces are the page's own. */
function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
