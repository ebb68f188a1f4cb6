/**
 * `npm run py -- [--json] program.py [arguments]`: runs a file in this runtime, as `python3.14 program.py` does: its
 * output, its errors, its exit status. With `--json` prints the event log instead, one event a line.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { NodeRun } from '../runtime/node.ts';

const NAME = 'python3.14';

const args = process.argv.slice(2);
const json = args[0] === '--json';
if (json) args.shift();
const given = args[0];
if (given === undefined) {
  process.stderr.write('usage: npm run py -- [--json] program.py [arguments]\n');
  process.exit(2);
}

// npm runs scripts in the project's folder; INIT_CWD is where the user stood.
const cwd = process.env['INIT_CWD'] ?? process.cwd();
const path = resolve(cwd, given);
const program = programAt(path);
if (typeof program === 'object') {
  process.stderr.write(`${NAME}: ${program.error}\n`);
  process.exit(program.status);
}

const folder = dirname(program);
const mounts = [...new Set([folder, cwd])].filter((mount, _, all) => mount !== '/' && !all.some((other) => mount.startsWith(`${other}/`)));
const interpreter = await NodeRun.start();
const status = await interpreter
  .run(
    { source: null, filename: program, argv: [given, ...args.slice(1)], folder, cwd, mounts, work: 'real', epochMs: Date.now(), limits: null },
    (event) => {
      if (json) process.stdout.write(`${JSON.stringify(event)}\n`);
      else if (event.kind === 'write') process[event.stream].write(event.text);
    },
  )
  .then((log) => {
    const end = log.at(-1);
    return end?.kind === 'end' ? end.status : 1;
  });
// Not process.exit(): what is still on its way into a pipe would be lost.
process.exitCode = status;

/** The file to run, or what Python says of a path that cannot be run. A folder is run by its `__main__.py`. */
function programAt(path: string): string | { readonly error: string; readonly status: number } {
  if (!existsSync(path)) return { error: `can't open file '${path}': [Errno 2] No such file or directory`, status: 2 };
  if (!statSync(path).isDirectory()) {
    try {
      readFileSync(path);
    } catch {
      return { error: `can't open file '${path}': [Errno 13] Permission denied`, status: 2 };
    }
    return path;
  }
  const main = join(path, '__main__.py');
  return existsSync(main) ? main : { error: `can't find '__main__' module in '${path}'`, status: 1 };
}
