import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';
import type { HastPluginDefinition, MdastPluginDefinition } from 'satteri';
import { anchorOf } from './anchor.ts';
import { glossaryLinks } from './glossary-links.ts';

/**
 * What this site adds to Markdown: anchors that are the same in every language, links to the glossary, and links that know
 * the base path. `docs` is the folder of all pages, a URL with a slash at its end.
 */
export function siteMarkdown(base: string, docs: URL): SatteriProcessorOptions {
  return { mdastPlugins: [headingAnchors(), glossaryLinks(docs)], hastPlugins: [linksUnderBase(base), headingLinks()] };
}

/**
 * Turns the comment in `## What overlaps {/* #what-overlaps *\/}` into the heading's id. An id made from the words would
 * differ between the languages, and a link to it would break whenever somebody mends the heading.
 */
function headingAnchors(): MdastPluginDefinition {
  return {
    name: 'site-heading-anchors',
    heading(node, context) {
      const last = node.children.at(-1);
      const anchor = last?.type === 'mdxTextExpression' ? anchorOf(last.value) : null;
      if (last === undefined || anchor === null) {
        throw new Error(
          `The heading "${context.textContent(node)}" in ${context.fileURL?.pathname ?? 'a page'} has no anchor. ` +
            'Write one after it, the same in every language: ## Heading {/* #anchor-in-kebab-case */}',
        );
      }
      const before = node.children.at(-2);
      if (before?.type === 'text') context.setProperty(before, 'value', before.value.trimEnd());
      context.removeNode(last);
      context.setProperty(node, 'data', { hProperties: { id: anchor } });
    },
  };
}

/**
 * A link as it must stand in the page: a link from the root of the site gets the base path before it, every other stays.
 *
 * @example underBase('/x/', '/basics/tasks/#names') // '/x/basics/tasks/#names'
 */
export function underBase(base: string, href: string): string {
  if (!href.startsWith('/') || href.startsWith('//')) return href;
  return `${base.replace(/\/$/, '')}${href}`;
}

function linksUnderBase(base: string): HastPluginDefinition {
  return {
    name: 'site-links-under-base',
    element: {
      filter: ['a', 'img'],
      visit(node, context) {
        const name = node.tagName === 'a' ? 'href' : 'src';
        const target = node.properties?.[name];
        if (typeof target === 'string') context.setProperty(node, name, underBase(base, target));
      },
    },
  };
}

/** Makes each heading with an anchor a link to itself, for readers who want to point somebody to it. */
function headingLinks(): HastPluginDefinition {
  return {
    name: 'site-heading-links',
    element: {
      filter: ['h2', 'h3', 'h4'],
      visit(node, context) {
        const id = node.properties?.['id'];
        if (typeof id !== 'string') return;
        const link = { type: 'element' as const, tagName: 'a', properties: { href: `#${id}`, class: 'heading-link' } };
        context.replaceNode(node, { ...node, children: [{ ...link, children: [...node.children] }] });
      },
    },
  };
}
