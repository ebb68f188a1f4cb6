import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/log/events.ts';
import { Internals } from '../../../src/log/internal.ts';

/** A field more than a kind has does no harm here. */
type Fields = Readonly<Record<string, unknown>> & { readonly kind: RunEvent['kind'] };

const OWN_TASK: Fields = { kind: 'task-created', created: 2, coroutine: 'BaseEventLoop.shutdown_default_executor', thread: 1 };
const OWN_THREAD: Fields = { kind: 'thread-started', started: 3, task: 2, thread: 1 };

/** Whether the last of these events is asyncio's own business. */
function isInternal(...events: readonly Fields[]): boolean {
  const internals = new Internals();
  let last = false;
  for (const event of events) last = internals.read(event as unknown as RunEvent);
  return last;
}

describe('asyncio’s own', () => {
  it('are tasks that shut the loop down, and threads that these start', () => {
    expect(isInternal(OWN_TASK)).toBe(true);
    expect(isInternal({ ...OWN_TASK, coroutine: 'BaseEventLoop.shutdown_asyncgens' })).toBe(true);
    expect(isInternal(OWN_TASK, OWN_THREAD)).toBe(true);
  });

  it('are none that a program makes, whatever it calls them', () => {
    expect(isInternal({ ...OWN_TASK, coroutine: 'main' })).toBe(false);
    expect(isInternal({ ...OWN_TASK, coroutine: 'My.BaseEventLoop.shutdown_it' })).toBe(false);
    expect(isInternal({ ...OWN_TASK, definedAt: 7 })).toBe(false);
    expect(isInternal(OWN_TASK, { ...OWN_THREAD, task: 1 })).toBe(false);
    expect(isInternal(OWN_TASK, { ...OWN_THREAD, task: undefined })).toBe(false);
  });

  it.each([
    ['task-woken', 'woken'],
    ['task-cancel-requested', 'target'],
    ['task-stepped', 'task'],
    ['task-suspended', 'task'],
    ['task-finished', 'task'],
  ] as const)('is %s of such a task, not of another', (kind, field) => {
    expect(isInternal(OWN_TASK, { kind, thread: 1, [field]: 2 })).toBe(true);
    expect(isInternal(OWN_TASK, { kind, thread: 1, [field]: 1 })).toBe(false);
  });

  it.each(['write', 'thread-blocked', 'input-requested'] as const)('is %s of such a task or thread', (kind) => {
    expect(isInternal(OWN_TASK, OWN_THREAD, { kind, thread: 3 })).toBe(true);
    expect(isInternal(OWN_TASK, OWN_THREAD, { kind, thread: 1, task: 2 })).toBe(true);
    expect(isInternal(OWN_TASK, OWN_THREAD, { kind, thread: 1, task: 1 })).toBe(false);
    expect(isInternal(OWN_TASK, OWN_THREAD, { kind, thread: 1 })).toBe(false);
  });

  it.each(['thread-woken', 'thread-resumed', 'thread-finished'] as const)('is %s of such a thread', (kind) => {
    expect(isInternal(OWN_TASK, OWN_THREAD, { kind, thread: 3 })).toBe(true);
    expect(isInternal(OWN_TASK, OWN_THREAD, { kind, thread: 1 })).toBe(false);
  });

  it.each(['start', 'end'] as const)('is never %s', (kind) => {
    expect(isInternal(OWN_TASK, { kind })).toBe(false);
  });
});
