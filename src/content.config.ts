import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
  /** Pages live beside the programs they show, in `content/`, not under `src/`. */
  docs: defineCollection({
    loader: glob({ base: './content/docs', pattern: '**/[^_]*.{md,mdx}' }),
    schema: docsSchema({
      extend: z.object({
        /** What readers may call it that the page does not: found by the search, not shown. */
        keywords: z.string().optional(),
      }),
    }),
  }),
  /** Words of Starlight's own parts, where ours are better. It finds their languages only in `src/content/i18n/`. */
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
};
