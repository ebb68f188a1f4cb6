/** Runs an example in this runtime, as the recorder and the checks do: always the same run, whatever the machine. Node. */
import type { EventLog, RunEvent } from '../log/events.ts';
import { formatEvents, parseEvents } from '../log/parse.ts';
import { NodeRun } from '../runtime/node.ts';
import { DEFAULT_LIMITS, type Program, type WorkCost } from '../runtime/runtime.ts';
import { taskOf } from '../runtime/task.ts';

/** What the time is when a recording starts. On the page it is the reader's own. */
const RECORDING_EPOCH_MS = Date.UTC(2026, 0, 1);

// On the page it is the reader's zone, too. Before any worker starts, which takes the zone from here.
process.env['TZ'] = 'UTC';

export interface RunnableProgram extends Program {
  readonly work: WorkCost;
}

/** @throws (rejects) if the interpreter dies or cannot start; what the program itself does is in the log. */
export async function runProgram(program: RunnableProgram, onEvent?: (event: RunEvent) => void): Promise<EventLog> {
  const interpreter = await NodeRun.start();
  const log = await interpreter.run(taskOf(program, { work: program.work, epochMs: RECORDING_EPOCH_MS, limits: DEFAULT_LIMITS }), onEvent);
  // Fields in their one order, as recordings have them.
  return parseEvents(formatEvents(log));
}
