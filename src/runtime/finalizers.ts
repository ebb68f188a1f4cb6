/**
 * What JavaScript has collected is let go of between Python's steps, never within one. Worker side, browsers only.
 *
 * Pyodide frees a Python object in the finalizer of what stood for it. WebKit calls finalizers also while a synchronous request
 * waits (WebKitGTK 2.50; neither timers nor promises go on there), and Python is then in the middle of reading a file, without
 * its GIL: Pyodide ends an interpreter to which that happens.
 */

interface Scope {
  FinalizationRegistry: FinalizationRegistryConstructor;
}

/**
 * From now on finalizers can be put off. Before Pyodide makes its registry.
 * @returns calls `wait`; finalizers that would be called meanwhile are called in a task of their own.
 */
export function holdFinalizers(scope: Scope = globalThis): <T>(wait: () => T) => T {
  const late: (() => void)[] = [];
  let waiting = false;
  scope.FinalizationRegistry = class<T> extends scope.FinalizationRegistry<T> {
    constructor(finalize: (held: T) => void) {
      super((held) => {
        if (waiting) late.push(() => finalize(held));
        else finalize(held);
      });
    }
  };
  return (wait) => {
    waiting = true;
    try {
      return wait();
    } finally {
      waiting = false;
      for (const finalize of late.splice(0)) setTimeout(finalize);
    }
  };
}
