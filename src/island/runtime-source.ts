/** Where Python comes from. The one place that names the runtime's implementation; loaded when the reader shows intent. */
import type { Runtime } from '../runtime/runtime.ts';

let shared: Promise<Runtime> | null = null;

/** The page's runtime, one for all its islands. After a failure the next call tries again. */
export function pageRuntime(): Promise<Runtime> {
  shared ??= Promise.all([import('../runtime/session.ts'), import('../offline/keep-site.ts')]).then(
    ([{ createRuntime }, { keepSite }]) => createRuntime(keepSite),
    (error: unknown) => {
      shared = null;
      throw error;
    },
  );
  return shared;
}
