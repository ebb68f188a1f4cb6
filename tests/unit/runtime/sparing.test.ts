import { afterEach, expect, test, vi } from 'vitest';
import { isSparing } from '../../../src/runtime/sparing.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  [{}, false],
  [{ connection: {} }, false],
  [{ connection: { saveData: true } }, true],
  [{ connection: { saveData: false }, deviceMemory: 8 }, false],
  [{ deviceMemory: 2 }, true],
  [{ deviceMemory: 4 }, false],
])('where the browser says %j, sparing is %s', (navigator, sparing) => {
  vi.stubGlobal('navigator', navigator);
  expect(isSparing()).toBe(sparing);
});
