/**
 * A static host as they usually are, for all that is measured against each other: gzip for what compresses, ETag, caching
 * for ever where the address holds a version or a hash. One server; who is asked for tells the name in the address
 * (`site.localhost`, `stock.localhost`), so that browsers keep them apart as two sites.
 */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Line, shape } from './shaper.ts';

export interface SiteOnHost {
  /** Which folder answers below which path, e.g. `{ '/': 'dist' }`. The longest fitting path counts. */
  readonly mounts: Readonly<Record<string, string>>;
  /** Sent with each of its answers. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What was sent for one request. */
export interface Sent {
  readonly name: string;
  readonly path: string;
  readonly status: number;
  /** Of the body as it went over the wire, compressed where it was. */
  readonly bytes: number;
}

export interface Host {
  /** Address of a path of a site, over a line of unlimited speed. */
  at(name: string, path: string): string;
  /** The same over the slow line; opened when it is first asked for. */
  slowlyAt(name: string, path: string, line: Line): Promise<string>;
  /** What was sent since this was last asked. */
  takeSent(): readonly Sent[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.py': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.png': 'image/png',
  '.zip': 'application/zip',
};

/** What hosts compress. An archive is sent as it is, and so is what has no known type. */
const COMPRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.py', '.svg', '.txt', '.wasm', '.webmanifest', '.xml']);
/** Below that, hosts do not bother. */
const WORTH_COMPRESSING_BYTES = 1000;
/** A year: what is called immutable. */
const FOR_EVER = 'public, max-age=31536000, immutable';
/** The same for all: files with a hash or a version in their address, and those of the npm packages. */
const UNCHANGING = /^\/(_astro|_python|pyodide|pyscript)\//;

const compress = promisify(gzip);

/** Everything that can be compressed is, before the first request: no answer waits for it. */
export async function openHost(sites: Readonly<Record<string, SiteOnHost>>): Promise<Host> {
  const compressed = await compressAll(new Set(Object.values(sites).flatMap(({ mounts }) => Object.values(mounts))));
  let sent: Sent[] = [];
  const server = createServer((request, response) => {
    const name = request.headers.host?.split('.')[0] ?? '';
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://any.invalid').pathname);
    const site = sites[name] ?? { mounts: {} };
    for (const [header, value] of Object.entries(site.headers ?? {})) response.setHeader(header, value);
    const { status, bytes } = answer(request, response, fileFor(site.mounts, path), path, compressed);
    sent.push({ name, path, status, bytes });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const slow = new Map<Line, Awaited<ReturnType<typeof shape>>>();
  return {
    at: (name, path) => `http://${name}.localhost:${port}${path}`,
    async slowlyAt(name, path, line) {
      const shaper = slow.get(line) ?? (await shape(port, line));
      slow.set(line, shaper);
      return `http://${name}.localhost:${shaper.port}${path}`;
    },
    takeSent() {
      const taken = sent;
      sent = [];
      return taken;
    },
    async close() {
      for (const shaper of slow.values()) shaper.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function compressAll(folders: ReadonlySet<string>): Promise<ReadonlyMap<string, Buffer>> {
  const compressed = new Map<string, Buffer>();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !COMPRESSED.has(extname(file)) || statSync(file).size < WORTH_COMPRESSING_BYTES) continue;
      compressed.set(file, await compress(readFileSync(file)));
    }
  }
  return compressed;
}

function fileFor(mounts: SiteOnHost['mounts'], path: string): string | null {
  const mount = Object.keys(mounts)
    .filter((prefix) => path.startsWith(prefix))
    .sort((a, b) => b.length - a.length)[0];
  const folder = mount === undefined ? undefined : mounts[mount];
  if (mount === undefined || folder === undefined) return null;
  const below = normalize(`/${path.slice(mount.length)}`).slice(1);
  const found = [join(folder, below), join(folder, below, 'index.html')].find((file) => existsSync(file) && statSync(file).isFile());
  return found !== undefined && found.startsWith(normalize(folder + sep)) ? found : null;
}

/** @returns the status, and how many bytes the body has. */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  file: string | null,
  path: string,
  compressed: ReadonlyMap<string, Buffer>,
): { readonly status: number; readonly bytes: number } {
  if (file === null) {
    response.writeHead(404, { 'Content-Length': 0 }).end();
    return { status: 404, bytes: 0 };
  }
  const { size, mtimeMs } = statSync(file);
  const etag = `"${createHash('sha256').update(`${file} ${size} ${mtimeMs}`).digest('hex').slice(0, 16)}"`;
  const headers = { ETag: etag, 'Cache-Control': UNCHANGING.test(path) ? FOR_EVER : 'no-cache', Vary: 'Accept-Encoding' };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers).end();
    return { status: 304, bytes: 0 };
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const accepts = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = accepts ? compressed.get(file) : undefined;
  if (body !== undefined) {
    response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Encoding': 'gzip', 'Content-Length': body.length }).end(body);
    return { status: 200, bytes: body.length };
  }
  response.writeHead(200, { ...headers, 'Content-Type': type, 'Content-Length': size });
  createReadStream(file).pipe(response);
  return { status: 200, bytes: size };
}
