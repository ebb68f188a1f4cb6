/** Tests that can be done in Chromium only, each with its reason. They are no tests at all in Firefox, and tests/run.ts prints them. */
export const ONLY_IN_CHROMIUM = {
  'the drawing stands at its size before the scripts come, and nothing moves when they do': 'Firefox does not report layout shifts',
} as const;

/** The files of tests/browser whose tests have all been seen to pass in Firefox 153. `FIREFOX_ALL=1` tries the others too. */
export const SEEN_IN_FIREFOX = ['attacks', 'ends', 'running'] as const;
