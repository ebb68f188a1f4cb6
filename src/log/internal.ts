/**
 * What asyncio does for itself. `asyncio.run` ends with tasks of its own that shut generators and the executor down, and
 * a thread that waits for the executor's threads. No reader wrote them, so they get no lane and share one step.
 */
import type { RunEvent, TaskId, ThreadId } from './events.ts';

const SHUTDOWN = /^BaseEventLoop\.shutdown_/u;

export class Internals {
  readonly tasks = new Set<TaskId>();
  readonly threads = new Set<ThreadId>();

  /** Notes whom the event brings to be, and says whether it is asyncio's own business. */
  read(event: RunEvent): boolean {
    switch (event.kind) {
      case 'task-created':
        if (SHUTDOWN.test(event.coroutine) && event.definedAt === undefined) this.tasks.add(event.created);
        return this.tasks.has(event.created);
      case 'thread-started':
        if (event.task !== undefined && this.tasks.has(event.task)) this.threads.add(event.started);
        return this.threads.has(event.started);
      case 'task-woken':
        return this.tasks.has(event.woken);
      case 'task-cancel-requested':
        return this.tasks.has(event.target);
      case 'task-stepped':
      case 'task-suspended':
      case 'task-finished':
        return this.tasks.has(event.task);
      case 'write':
      case 'thread-blocked':
      case 'input-requested':
        return this.threads.has(event.thread) || (event.task !== undefined && this.tasks.has(event.task));
      case 'thread-woken':
      case 'thread-resumed':
      case 'thread-finished':
        return this.threads.has(event.thread);
      case 'start':
      case 'end':
        return false;
    }
  }
}
