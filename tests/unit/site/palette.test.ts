import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stateNames } from '../../../src/styles/state-shapes.ts';

/** Custom properties of the light theme and of the dark one, from the style sheets themselves. */
function themes(): Record<'light' | 'dark', ReadonlyMap<string, string>> {
  const css = ['states', 'tokens'].map((name) => readFileSync(`src/styles/${name}.css`, 'utf8')).join('\n');
  const light = new Map<string, string>();
  const dark = new Map<string, string>();
  for (const [, selector = '', body = ''] of css.matchAll(/^ *(:root[^{]*)\{([^}]*)\}/gm)) {
    const theme = selector.includes('dark') ? dark : light;
    for (const [, name = '', value = ''] of body.matchAll(/(--[a-z-]+):\s*(#[0-9a-f]{6})/g)) theme.set(name, value);
  }
  return { light, dark };
}

/** Contrast ratio of two colours, as WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const text = 4.5;
const shape = 3;

describe.each(Object.entries(themes()))('in the %s theme', (_, colors) => {
  const atLeast = (least: number, front: string, back: string) => {
    const [a, b] = [colors.get(front), colors.get(back)];
    if (a === undefined || b === undefined) throw new Error(`${front} or ${back} is not defined`);
    expect(contrast(a, b), `${front} on ${back}`).toBeGreaterThanOrEqual(least);
  };

  it.each(stateNames)('%s can be seen and read', (state) => {
    for (const back of ['--page', '--panel']) {
      atLeast(shape, `--state-${state}`, back);
      atLeast(text, `--state-${state}-ink`, back);
    }
    atLeast(text, '--ink', `--state-${state}-tint`);
    atLeast(text, `--state-${state}-ink`, `--state-${state}-tint`);
  });

  it('text and code can be read', () => {
    for (const back of ['--page', '--panel', '--panel-strong']) {
      atLeast(text, '--ink', back);
      atLeast(text, '--ink-quiet', back);
    }
    for (const token of ['ink', 'comment', 'keyword', 'string', 'number', 'function', 'constant', 'punctuation']) {
      for (const back of ['--page', '--panel']) atLeast(text, `--code-${token}`, back);
    }
  });
});
