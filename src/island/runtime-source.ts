/** Where Python comes from. The one place that names the runtime's implementation; loaded when the reader shows intent. */
import type { Runtime } from '../runtime/runtime.ts';

let shared: Promise<Runtime> | null = null;

/** The page's runtime, one for all its islands. After a failure the next call tries again. */
export function pageRuntime(): Promise<Runtime> {
  shared ??= import('../runtime/session.ts').then(
    ({ createRuntime }) => createRuntime(),
    (error: unknown) => {
      shared = null;
      throw error;
    },
  );
  return shared;
}
