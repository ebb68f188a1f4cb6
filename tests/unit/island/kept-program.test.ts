import { describe, expect, it } from 'vitest';
import { KeptProgram, sharedSlot } from '../../../src/island/kept-program.ts';
import { ProgramStore, type Shelf } from '../../../src/island/store.ts';

function shelf(): Shelf {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

const FULL: Shelf = {
  ...shelf(),
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};

describe('a kept program', () => {
  it('is there again on the next visit', () => {
    const box = shelf();
    new KeptProgram(new ProgramStore(() => box), 'basics/tasks', 'a\n').keep('b\n');
    expect(new KeptProgram(new ProgramStore(() => box), 'basics/tasks', 'a\n').read()).toBe('b\n');
    expect(new KeptProgram(new ProgramStore(() => box), 'basics/other', 'a\n').read()).toBeNull();
  });

  it('is forgotten when the reader is back at the original', () => {
    const box = shelf();
    const program = new KeptProgram(new ProgramStore(() => box), 'basics/tasks', 'a\n');
    program.keep('b\n');
    program.keep('a\n');
    expect(program.read()).toBeNull();
  });

  it('is no version of its own once the original says the same', () => {
    const box = shelf();
    new KeptProgram(new ProgramStore(() => box), 'basics/tasks', 'a\n').keep('b\n');
    expect(new KeptProgram(new ProgramStore(() => box), 'basics/tasks', 'b\n').read()).toBeNull();
  });

  it('does not overwrite the own program of a reader who follows a link', () => {
    const store = new ProgramStore(
      ((box) => () => box)(shelf()),
    );
    const own = new KeptProgram(store, 'playground', '');
    own.keep('mine\n');
    const shared = new KeptProgram(store, sharedSlot('playground', 'theirs\n'), 'theirs\n');
    shared.keep('theirs, changed\n');
    expect(own.read()).toBe('mine\n');
    expect(shared.read()).toBe('theirs, changed\n');
    expect(sharedSlot('playground', 'theirs\n')).not.toBe(sharedSlot('playground', 'other\n'));
  });
});

describe('the store', () => {
  it.each<[string, () => Shelf]>([
    ['full', () => FULL],
    [
      'forbidden',
      () => {
        throw new DOMException('denied', 'SecurityError');
      },
    ],
  ])('never throws when storage is %s, and says that it does not work', (_, box) => {
    const store = new ProgramStore(box);
    expect(store.works).toBe(true);
    store.keep('x', 'program\n');
    expect(store.works).toBe(false);
    expect(store.read('x')).toBeNull();
    expect(() => store.forget('x')).not.toThrow();
  });
});
