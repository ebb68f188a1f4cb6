/** What Stryker runs for each mutant of src/log: the unit tests of that folder and nothing else. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    isolate: false,
    include: ['tests/unit/log/**/*.test.ts'],
    // The same checks for each of hundreds of recordings: what they see, those beside them see sooner.
    exclude: ['tests/unit/log/{recorded,recordings}.test.ts'],
  },
});
