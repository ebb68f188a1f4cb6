/** A host that does what hosts do in the course of time: gets another deployment, and is out of reach. */
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeServiceWorker } from '../../src/offline/integration.ts';
import type { SiteBuild } from '../site-builds.ts';
import { type StaticServer, serve } from './static-server.ts';

/** What stands in names of files and is a hash of their content, as far as this matters here. */
const NAMED_BY_CONTENT = ['_astro', '_python'];
const TEXTS = /\.(html|js|css|json)$/;

export class Host {
  /** Where what is served lies: a copy that a test may change. */
  readonly folder: string;
  /** What each request gets instead of a file, as `serve` says it. */
  trouble: number | 'silent' | null = null;
  readonly #build: SiteBuild;
  #server: StaticServer | null = null;
  #home = '';

  private constructor(build: SiteBuild) {
    this.#build = build;
    this.folder = mkdtempSync(join(tmpdir(), 'asyncio-live-host-'));
    cpSync(build.folder, this.folder, { recursive: true });
  }

  static async open(build: SiteBuild): Promise<Host> {
    const host = new Host(build);
    host.#server = await serve(host.folder, build.base ?? process.env['BASE_PATH'] ?? '/', () => host.trouble);
    host.#home = host.#server.home;
    return host;
  }

  /** Address of a page by its path without language and base. */
  at(path: string): string {
    return this.#home + path.replace(/^\//, '');
  }

  /**
   * Puts a deployment in place of the former, in which every file that is named by its content has another name.
   * @param change made before it is known what the site consists of.
   */
  async deployAnother(change: () => void): Promise<void> {
    rmSync(this.folder, { recursive: true });
    cpSync(this.#build.folder, this.folder, { recursive: true });
    renameByContent(this.folder);
    change();
    await writeServiceWorker(this.folder);
  }

  /** From now on nobody gets an answer. */
  async unplug(): Promise<void> {
    await this.#server?.close();
    this.#server = null;
  }

  async close(): Promise<void> {
    await this.unplug();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function renameByContent(folder: string): void {
  const names = NAMED_BY_CONTENT.flatMap((each) => readdirSync(join(folder, each)).map((name) => [each, name, renamed(name)] as const));
  for (const [below, before, after] of names) renameSync(join(folder, below, before), join(folder, below, after));
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => TEXTS.test(each))) {
    const text = readFileSync(join(folder, path), 'utf8');
    writeFileSync(join(folder, path), names.reduce((changed, [, before, after]) => changed.replaceAll(before, after), text));
  }
}

/** @example renamed('editor.DUBJgDx4.js') // 'editor.DUBJgDx4-next.js' */
function renamed(name: string): string {
  return name.replace(/(\.\w+)?$/, '-next$1');
}
