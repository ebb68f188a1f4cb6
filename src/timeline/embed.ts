/** A recorded run within the page: the build writes it beside its drawing, and the player reads it when the island wakes. */
import type { EventLog } from '../log/events.ts';
import { parseEvent } from '../log/parse.ts';
import { element } from './markup.ts';

/** A script element that holds the log as data; it stands in the section that `drawTimeline` makes, or beside it. */
export function embedLog(log: EventLog): string {
  // `<` would end the element, or begin a comment, whatever string it stands in.
  return element('script', { type: 'application/json', 'data-log': '' }, JSON.stringify(log).replaceAll('<', '\\u003c'));
}

/** The log that `embedLog` wrote somewhere within `root`; empty where there is none. Throws an Error if it is damaged. */
export function readEmbeddedLog(root: ParentNode): EventLog {
  const text = root.querySelector('script[data-log]')?.textContent ?? '[]';
  const events: unknown = JSON.parse(text);
  if (!Array.isArray(events)) throw new Error('The recorded run in this page is not a list of events.');
  return events.map(parseEvent);
}
