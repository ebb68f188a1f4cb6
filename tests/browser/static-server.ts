/**
 * The plainest static host: files of a folder under a base path, 404.html for the rest, and no header but the type. It knows
 * no more types than nginx does as Debian has it.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.xml': 'application/xml',
};

export interface StaticServer {
  /** Address of the first page, with a slash at its end. */
  readonly home: string;
  close(): Promise<void>;
}

/**
 * Serves `folder` under `base` on any free port.
 * @param trouble asked at each request: null, or the status that it gets instead of a file, or `silent`: no answer ever comes.
 */
export async function serve(folder: string, base: string, trouble: () => number | 'silent' | null = () => null): Promise<StaticServer> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no built site in ${folder}: run \`npm test -- browser\`, which builds it.`);
  const server = createServer((request, response) => {
    const troubled = trouble();
    if (troubled === 'silent') return;
    if (troubled !== null) return void response.writeHead(troubled).end();
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://any.invalid').pathname);
    const file = fileFor(folder, base, path);
    const found = file ?? join(folder, '404.html');
    response.writeHead(file === null ? 404 : 200, { 'Content-Type': TYPES[extname(found)] ?? 'application/octet-stream' });
    createReadStream(found).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    home: `http://127.0.0.1:${port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function fileFor(folder: string, base: string, path: string): string | null {
  if (!path.startsWith(base)) return null;
  const below = normalize(path.slice(base.length)).replace(/^(\.\.[/\\])+/, '');
  const candidates = [join(folder, below), join(folder, below, 'index.html')];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? null;
}
