import { describe, expect, it } from 'vitest';
import { lineView } from '../../../src/island/line-view.ts';
import { OutputBuffer } from '../../../src/island/output-buffer.ts';

function viewsOf(...writes: readonly (readonly [at: number, text: string, stream?: 'stdout' | 'stderr'])[]) {
  const buffer = new OutputBuffer();
  for (const [at, text, stream = 'stdout'] of writes) buffer.write(at, stream, text);
  return buffer.first.map((line, index) => lineView(line, buffer.first[index - 1]));
}

describe('a line of output', () => {
  it('carries its time to the millisecond', () => {
    expect(viewsOf([0.30000012, 'x\n']).map(({ at, time }) => [at, time])).toEqual([['0.300', '0.3  ']]);
  });

  it('knows whether it tells a new time', () => {
    const views = viewsOf([0, 'a\n'], [0.0000001, 'b\n'], [0.1, 'c\n']);
    expect(views.map(({ sameTime }) => sameTime)).toEqual([false, true, false]);
  });

  it('is a line of errors as soon as any of it is', () => {
    const views = viewsOf([0, 'out '], [0, 'err\n', 'stderr'], [0, 'out\n']);
    expect(views.map(({ stderr }) => stderr)).toEqual([true, false]);
  });
});
