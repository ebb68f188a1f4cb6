import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { contentFolder } from '../examples/content.ts';
import { pageOf } from './address.ts';
import { readOutline } from './outline.ts';

/** A page as it stands in the book. */
export interface BookPage {
  /** `<chapter>/<slug>` */
  readonly id: string;
  /** Counted through all chapters, from 1. */
  readonly number: number;
  readonly label: string;
  readonly href: string;
}

/** All pages of the chapters in their order, with their titles in the language of the sidebar. */
export function bookOf(sidebar: StarlightRouteData['sidebar']): readonly BookPage[] {
  return sidebar
    .flatMap((chapter) => (chapter.type === 'group' ? chapter.entries : []))
    .flatMap((page) => (page.type === 'link' ? [page] : []))
    .map(({ label, href }, index) => ({ id: pageOf(href), number: index + 1, label, href }));
}

/** The pages for a reader with one hour, in their order. Read once, for every page asks. */
export const { hour } = readOutline(contentFolder);
