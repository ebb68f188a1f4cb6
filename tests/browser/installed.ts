/** Which browsers are on this machine. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const FIREFOXES = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Path of a Chromium or Chrome, or null. `CHROMIUM` names one elsewhere. */
export function installedChromium(): string | null {
  return process.env['CHROMIUM'] ?? CHROMIUMS.find(isExecutable) ?? null;
}

/** The first Firefox with JavaScript Promise Integration, without which no thread runs. */
const FIREFOX_MAJOR = 153;

/** Path of a Firefox, or null. `FIREFOX` names one elsewhere. */
export function installedFirefox(): string | null {
  return process.env['FIREFOX'] ?? FIREFOXES.find(isExecutable) ?? null;
}

/** Why nothing can be tested in Firefox here, as a sentence; null if it can. */
export function whyNoFirefox(): string | null {
  const path = installedFirefox();
  if (path === null) return 'There is no Firefox here, so nothing is tested in it. To have it: apt-get install firefox-esr';
  const version = /\d+/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[0];
  return Number(version) >= FIREFOX_MAJOR ? null : `${path} is Firefox ${version}: tests need ${FIREFOX_MAJOR} or newer, so nothing is tested in it.`;
}

export const WEBKIT_DRIVER = 'WebKitWebDriver';
/** Gives a program a screen to draw on where there is none. */
export const SCREEN = 'xvfb-run';

/** Whether WebKitGTK can be driven here. */
export function hasWebKit(): boolean {
  return onPath(WEBKIT_DRIVER) && (process.env['DISPLAY'] !== undefined || onPath(SCREEN));
}

/** Whether a command is in one of the folders of `PATH`. */
function onPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => isExecutable(join(folder, command)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
