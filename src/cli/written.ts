/** Runs what makes files, and prints them with what to do next; a mistake of the caller's is one sentence and status 2. Node. */
import { ScaffoldError } from '../scaffold/scaffold.ts';

export function written(make: () => readonly string[], next: readonly string[]): void {
  try {
    console.log(make().map((path) => `wrote content/${path}`).join('\n'));
  } catch (error) {
    if (!(error instanceof ScaffoldError)) throw error;
    console.error(error.message);
    process.exit(2);
  }
  console.log(`\nNext:\n${next.map((step, index) => `${index + 1}. ${step}`).join('\n')}`);
}
