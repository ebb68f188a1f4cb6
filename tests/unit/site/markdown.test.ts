import { markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../../src/site/anchor.ts';
import { siteMarkdown, underBase } from '../../../src/site/markdown.ts';

const plugins = siteMarkdown('/x/', new URL('file:///no/glossary/'));
const html = (text: string) => String((markdownToHtml(text, { hastPlugins: [...(plugins.hastPlugins ?? [])] }) as { html: string }).html);
const mdx = (text: string) =>
  String((mdxToJs(text, { mdastPlugins: [...(plugins.mdastPlugins ?? [])], hastPlugins: [...(plugins.hastPlugins ?? [])] }) as { code: string }).code);

describe('anchorOf', () => {
  it('reads the anchor out of a comment, and nothing out of anything else', () => {
    expect(anchorOf('/* #what-overlaps */')).toBe('what-overlaps');
    expect(anchorOf('/* what overlaps */')).toBeNull();
    expect(anchorOf('/* #What */')).toBeNull();
    expect(anchorOf('count + 1')).toBeNull();
  });
});

describe('a heading', () => {
  it('takes its id from the comment, without the space before it', () => {
    const code = mdx('## What overlaps {/* #overlaps */}\n');
    expect(code).toContain('id: "overlaps"');
    expect(code).toContain('"What overlaps"');
  });

  it('must have an anchor', () => {
    expect(() => mdx('## What overlaps\n')).toThrow(/"What overlaps".*has no anchor/);
  });
});

describe('a link', () => {
  it('from the root of the site gets the base path', () => {
    expect(underBase('/', '/basics/tasks/')).toBe('/basics/tasks/');
    expect(underBase('/x/', '/ko/basics/tasks/#names')).toBe('/x/ko/basics/tasks/#names');
    expect(html('[tasks](/basics/tasks/)')).toContain('href="/x/basics/tasks/"');
  });

  it('to elsewhere stays as it is', () => {
    for (const href of ['#names', '../tasks/', 'https://docs.python.org/3.14/', '//example.org/', 'mailto:a@example.org']) {
      expect(underBase('/x/', href)).toBe(href);
    }
  });
});
