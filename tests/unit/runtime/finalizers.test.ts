import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { holdFinalizers } from '../../../src/runtime/finalizers.ts';

/** A registry whose finalizers are called when a test says so: nobody can say so of the engine's. */
class FakeRegistry<T> implements FinalizationRegistry<T> {
  readonly [Symbol.toStringTag] = 'FinalizationRegistry';
  readonly finalize: (held: T) => void;

  constructor(finalize: (held: T) => void) {
    this.finalize = finalize;
  }

  register(): void {}

  unregister(): boolean {
    return false;
  }
}

describe('finalizers', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function held(): { readonly wait: ReturnType<typeof holdFinalizers>; readonly collect: (value: string) => void; readonly finalized: string[] } {
    const scope: { FinalizationRegistry: FinalizationRegistryConstructor } = { FinalizationRegistry: FakeRegistry };
    const wait = holdFinalizers(scope);
    const finalized: string[] = [];
    const registry = new scope.FinalizationRegistry<string>((value) => void finalized.push(value)) as FakeRegistry<string>;
    return { wait, collect: registry.finalize, finalized };
  }

  test('are called at once, but for those during a wait: they are called after the task in which somebody waits', () => {
    const { wait, collect, finalized } = held();
    collect('before');
    expect(finalized).toEqual(['before']);
    const answer = wait(() => {
      collect('first');
      collect('second');
      return 'answer';
    });
    expect(answer).toBe('answer');
    expect(finalized).toEqual(['before']);
    collect('after');
    expect(finalized).toEqual(['before', 'after']);
    vi.runAllTimers();
    expect(finalized).toEqual(['before', 'after', 'first', 'second']);
    wait(() => {});
    vi.runAllTimers();
    expect(finalized).toHaveLength(4);
  });

  test('are called, too, after a wait that fails', () => {
    const { wait, collect, finalized } = held();
    expect(() =>
      wait(() => {
        collect('lost');
        throw new Error('no network');
      }),
    ).toThrow('no network');
    vi.runAllTimers();
    expect(finalized).toEqual(['lost']);
  });
});
