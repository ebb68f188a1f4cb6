import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'astro/zod';
import { words } from '../i18n/words.ts';

/** The order of the pages: `content/outline.json`. Chapters are folders of `content/docs`, pages are file names in them. */
const outlineSchema = z.strictObject({
  /** For a reader with one hour: pages as `<chapter>/<slug>`, in the order in which they are read. */
  hour: z.array(z.string()).default([]),
  chapters: z.array(
    z.strictObject({
      id: z.string(),
      title: words,
      pages: z.array(z.string()),
      /** Pages to look things up in, which need none of the parts of a lesson (completeness.ts). */
      reference: z.literal(true).optional(),
    }),
  ),
});

export type Outline = z.infer<typeof outlineSchema>;

/**
 * Reads the outline in `content`, a folder URL that ends with a slash. A content folder without one has no chapters yet.
 *
 * @throws Error with a sentence that says what to do, if the outline is malformed or names a page that does not exist.
 */
export function readOutline(content: URL): Outline {
  const file = new URL('outline.json', content);
  if (!existsSync(file)) return { hour: [], chapters: [] };
  const parsed = outlineSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    throw new Error(`content/outline.json does not have the shape that CONTRIBUTING.md describes:\n${z.prettifyError(parsed.error)}`);
  }
  for (const chapter of parsed.data.chapters) {
    for (const page of chapter.pages) {
      const path = `docs/${chapter.id}/${page}.mdx`;
      if (!existsSync(new URL(path, content))) {
        throw new Error(
          `content/outline.json names the page "${page}" of "${chapter.id}", but ${fileURLToPath(new URL(path, content))} does not exist. ` +
            'Write the page, or take its name out of the outline.',
        );
      }
    }
  }
  const pages = new Set(parsed.data.chapters.flatMap((chapter) => chapter.pages.map((page) => `${chapter.id}/${page}`)));
  const unknown = parsed.data.hour.find((page) => !pages.has(page));
  if (unknown !== undefined) throw new Error(`content/outline.json: the page "${unknown}" of the hour is in no chapter.`);
  return parsed.data;
}

interface SidebarGroup {
  readonly label: string;
  readonly translations: { readonly ko: string };
  readonly items: { readonly slug: string }[];
}

/** Starlight's sidebar for an outline. Page titles come from the pages. */
export function sidebarOf(outline: Outline): SidebarGroup[] {
  return outline.chapters.map((chapter) => ({
    label: chapter.title.en,
    translations: { ko: chapter.title.ko },
    items: chapter.pages.map((page) => ({ slug: `${chapter.id}/${page}` })),
  }));
}
