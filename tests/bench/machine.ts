/** What the numbers were measured on. */
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { version as pyodide } from 'pyodide';
import { launchChromium } from '../browser/chromium.ts';
import type { Results } from './results.ts';

export async function thisMachine(): Promise<Results['machine']> {
  const browser = await launchChromium();
  const chromium = browser.version();
  await browser.close();
  // The package exports no version; its package.json says it.
  const { version: pyscript } = JSON.parse(readFileSync('node_modules/@pyscript/core/package.json', 'utf8')) as { version: string };
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() || process.arch,
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1e9),
    chromium,
    pyodide,
    pyscript,
  };
}
