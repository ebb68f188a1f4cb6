/** Tests that can be done in Chromium only, each with its reason. They are no tests at all in Firefox, and tests/run.ts prints them. */
export const ONLY_IN_CHROMIUM = {
  'everything works as before: the page is not served securely': 'a name of another host for this machine is an argument of Chromium’s',
  'where there is no room for it nothing of it stays, and programs run': 'how much room a site has is said by Chromium’s developer tools',
  'storage-full': 'how much room a site has is said by Chromium’s developer tools',
  'storage-blocked': 'what the reader has forbidden is written into a profile of Chromium’s',
  'back-from-memory': 'Playwright waits without end for a page that Firefox brings back from memory',
  'hidden-tab': 'Playwright shows every tab that it opens, and only through Chromium’s developer tools joins a browser that hides some',
  'the drawing stands at its size before the scripts come, and nothing moves when they do': 'Firefox does not report layout shifts',
} as const;

/** What of tests/browser is run in Firefox by `npm test`. `FIREFOX_ALL=1` runs all of it: a job of its own in ci.yml. */
export const FIREFOX_SAMPLE = ['editing', 'exercises', 'running', 'sharing'] as const;
