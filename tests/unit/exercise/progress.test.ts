import { describe, expect, it } from 'vitest';
import { KeptProgress, type Shelf } from '../../../src/practice/kept-progress.ts';
import { formatProgress, joined, NOTHING_DONE, parseProgress, type Progress } from '../../../src/practice/progress.ts';

const SOME: Progress = { done: ['exercise/basics/breakfast', 'predict/basics/gather-order'] };

describe('progress as a file', () => {
  it('is read back as it was written', () => {
    expect(parseProgress(formatProgress(SOME))).toEqual(SOME);
    expect(parseProgress(formatProgress(NOTHING_DONE))).toEqual(NOTHING_DONE);
  });

  it.each(['', 'nonsense', 'null', '[]', '{}', '{"done": []}', '{"format": "asyncio-live progress 1"}', '{"format": "another", "done": []}'])(
    'is not found in %j',
    (text) => {
      expect(parseProgress(text)).toBeNull();
    },
  );

  it('drops what is no task, and what is there twice', () => {
    const text = JSON.stringify({ format: 'asyncio-live progress 1', done: [...SOME.done, 1, 'x', 'predict/../x', SOME.done[0]] });
    expect(parseProgress(text)).toEqual(SOME);
  });

  it('joined with another holds what is in either, once', () => {
    expect(joined(SOME, { done: ['predict/basics/gather-order', 'predict/basics/two-runs'] }).done).toEqual([...SOME.done, 'predict/basics/two-runs']);
  });
});

function shelf(): Shelf & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

describe('kept progress', () => {
  it('is there again on the next page', () => {
    const storage = shelf();
    new KeptProgress(() => storage).add('predict/basics/two-runs');
    const next = new KeptProgress(() => storage);
    expect(next.has('predict/basics/two-runs')).toBe(true);
    expect(next.has('exercise/basics/breakfast')).toBe(false);
  });

  it('tells its watchers now and after every change, until they have gone', () => {
    const kept = new KeptProgress(() => shelf());
    const gone = new AbortController();
    let told = 0;
    kept.watch(() => (told += 1), gone.signal);
    kept.add('predict/basics/two-runs');
    expect(told).toBe(2);
    gone.abort();
    kept.set(NOTHING_DONE);
    expect(told).toBe(2);
  });

  it('does not lose what another tab has kept meanwhile', () => {
    const storage = shelf();
    const [one, other] = [new KeptProgress(() => storage), new KeptProgress(() => storage)];
    one.add('predict/basics/two-runs');
    other.add('exercise/basics/breakfast');
    expect(new KeptProgress(() => storage).now.done).toHaveLength(2);
    one.reload('asyncio-live:progress');
    expect(one.has('exercise/basics/breakfast')).toBe(true);
  });

  it('leaves nothing behind when it is cleared', () => {
    const storage = shelf();
    const kept = new KeptProgress(() => storage);
    kept.add('predict/basics/two-runs');
    kept.set(NOTHING_DONE);
    expect(storage.items.size).toBe(0);
  });

  it('lasts as long as the page where storage is forbidden, and says so', () => {
    const kept = new KeptProgress(() => {
      throw new Error('SecurityError');
    });
    kept.add('predict/basics/two-runs');
    expect(kept.has('predict/basics/two-runs')).toBe(true);
    kept.add('predict/basics/gather-order');
    expect(kept.now.done).toHaveLength(2);
    expect(kept.works).toBe(false);
  });
});
