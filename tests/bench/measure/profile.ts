/** Profiles of a reader's browser, as they are on a disk: what a visit leaves is there at the next. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { launchProfile } from '../../browser/chromium.ts';

/** Lets `use` have a browser with an empty profile, which is gone afterwards. */
export async function withProfile<T>(use: (context: BrowserContext) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-profile-'));
  try {
    const context = await launchProfile(folder);
    try {
      return await use(context);
    } finally {
      await context.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
