import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

export const collections = {
  /** Pages live beside the programs they show, in `content/`, not under `src/`. */
  docs: defineCollection({
    loader: glob({ base: './content/docs', pattern: '**/[^_]*.{md,mdx}' }),
    schema: docsSchema(),
  }),
  /** Words of Starlight's own parts, where ours are better. */
  i18n: defineCollection({
    loader: glob({ base: './src/i18n/starlight', pattern: '*.json' }),
    schema: i18nSchema(),
  }),
};
