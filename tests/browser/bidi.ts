/** Playwright's connection to a browser over WebDriver BiDi, which is no part of its interface yet: its version is pinned. */
import { type Browser, type Page, firefox } from 'playwright-core';

/** What is needed of Playwright's own half of its objects. */
interface Implementation {
  readonly _bidiFirefox: { connectToTransport(transport: Transport, options: unknown): Promise<unknown> };
  readonly _browserSession: { send(method: string, parameters: object): Promise<unknown> };
  mainFrame(): { readonly _id: string };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: object;
}

/** The line to the browser. Playwright sets `onmessage`. */
interface Transport {
  send(message: Message): void;
  onmessage?: (message: Message) => void;
}

function implementationOf(object: object): Implementation {
  // In none of Playwright's types.
  const { _connection: connection } = object as { readonly _connection: { toImpl(object: object): Implementation } };
  return connection.toImpl(object);
}

/** Sends a command as the protocol has it. @throws (rejects) with the browser's own words. */
export async function sendCommand<Result>(browser: Browser, method: string, parameters: object): Promise<Result> {
  // The protocol says what answers what.
  return (await implementationOf(browser)._browserSession.send(method, parameters)) as Result;
}

/** The protocol's name of a page. */
export function contextIdOf(page: Page): string {
  return implementationOf(page).mainFrame()._id;
}

/** Sent for each context, and unknown to Firefox 153: firefox.ts does what it is for. */
const UNKNOWN = 'emulation.setMediaFeaturesOverride';
const DOWNLOADS: readonly (string | undefined)[] = ['browsingContext.downloadWillBegin', 'browsingContext.downloadEnd'];

let adapts = false;

/** Once for all browsers: connecting to one begins with commands that it must know. */
export function adaptConnections(): void {
  if (adapts) return;
  adapts = true;
  const { _bidiFirefox: bidi } = implementationOf(firefox);
  const connect = bidi.connectToTransport.bind(bidi);
  bidi.connectToTransport = (transport, options) => {
    const connected = connect(transport, options);
    adaptTransport(transport);
    return connected;
  };
}

function adaptTransport(transport: Transport): void {
  const { onmessage } = transport;
  const send = transport.send.bind(transport);
  transport.send = (message) => {
    if (message.method === UNKNOWN) setImmediate(() => onmessage?.({ type: 'success', id: message.id, result: {} } as Message));
    else send(message);
  };
  transport.onmessage = (message) => {
    // A download that is no navigation, of a `blob:`, has no id yet.
    const named = DOWNLOADS.includes(message.method) && message.params !== undefined && 'url' in message.params;
    onmessage?.(named ? { ...message, params: { download: message.params.url, ...message.params } } : message);
  };
}
