import { describe, expect, it } from 'vitest';
import { highlight } from '../../../src/examples/highlight.ts';

const textOf = (html: string) =>
  html.replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

describe('highlight', () => {
  it('gives one numbered span a line and keeps the text', async () => {
    const source = 'async def f(x):\n    return x < 1 and "&<b>"\n\nf(1)\n';
    const html = await highlight(source);
    expect(html.match(/data-line="\d+"/g)).toEqual(['data-line="1"', 'data-line="2"', 'data-line="3"', 'data-line="4"']);
    expect(`${textOf(html)}\n`).toBe(source);
  });

  it('names what it colours, and no colour', async () => {
    const html = await highlight('async def f():  # why\n    await g("x", 1, None)\n');
    for (const name of ['keyword', 'function', 'comment', 'string', 'number', 'constant']) expect(html).toContain(`tok-${name}`);
    expect(html).not.toContain('style=');
  });

  it('gives an empty program one empty line', async () => {
    expect(await highlight('')).toBe('<span class="line" data-line="1"></span>');
  });
});
