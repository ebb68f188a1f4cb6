/// <reference lib="webworker" />
/** One run in a browser's worker. See protocol.ts for what it says and hears. */
import type { loadPyodide as LoadPyodide } from 'pyodide';
import { EventBatch } from './batch.ts';
import { type Interpreter, startInterpreter } from './interpreter.ts';
import { watchDownloads } from './progress.ts';
import type { Command, Report, RunId } from './protocol.ts';

declare const self: DedicatedWorkerGlobalScope;

/** `./python/_live/clock.py` → its text. The build puts them into this worker's script. */
const sources = import.meta.glob<string>('./python/**/*.py', { query: '?raw', import: 'default', eager: true });
const python = Object.fromEntries(Object.entries(sources).map(([path, text]) => [path.slice('./python/'.length), text]));

const realMs = performance.now.bind(performance);
let interpreter: Promise<Interpreter> | undefined;
let batch: EventBatch | undefined;
let answer: ((line: string | null) => void) | undefined;

self.addEventListener('message', (message: MessageEvent<Command>) => {
  const command = message.data;
  switch (command.type) {
    case 'start':
      interpreter = start(command.indexURL, command.totalBytes);
      interpreter.then(
        () => report({ type: 'ready' }),
        (error: unknown) => report({ type: 'failed', detail: describe(error) }),
      );
      break;
    case 'run':
      void run(command.run, command.task);
      break;
    case 'input':
      answer?.(command.line);
      break;
  }
});

async function start(indexURL: string, totalBytes: number): Promise<Interpreter> {
  const missing = new Promise<never>((_, reject) => {
    watchDownloads((loadedBytes) => report({ type: 'loading', loadedBytes, totalBytes }), reject);
  });
  return Promise.race([missing, startFrom(indexURL)]);
}

async function startFrom(indexURL: string): Promise<Interpreter> {
  const { loadPyodide } = (await import(/* @vite-ignore */ `${indexURL}pyodide.mjs`)) as { loadPyodide: typeof LoadPyodide };
  return startInterpreter({
    loadPyodide,
    indexURL,
    python,
    onEvent: (event) => batch?.add(event),
    readInput: () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  });
}

async function run(id: RunId, task: Extract<Command, { type: 'run' }>['task']): Promise<void> {
  batch = new EventBatch((events) => report({ type: 'events', run: id, events }), realMs);
  try {
    await (await interpreter)?.run(task);
  } catch (error) {
    report({ type: 'failed', detail: describe(error) });
  }
}

function report(message: Report): void {
  self.postMessage(message);
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
