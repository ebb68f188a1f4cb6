import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadExercise } from '../../../src/examples/exercise.ts';
import { loadExample } from '../../../src/examples/load.ts';

let folder: string;
let content: URL;

const files = {
  'examples/basics/hello.py': 'print("hello")\n',
  'examples/basics/hello.out': '  0.000 | hello\n  0.000 = exit 0\n',
  'examples/basics/new.py': 'print("new")\n',
  'examples/basics/damaged.py': 'print()\n',
  'examples/basics/damaged.out': 'what is this\n',
  'exercises/basics/mend/start.py': 'print(1)\n',
  'exercises/basics/mend/solution.py': 'print(2)\n',
  'exercises/basics/mend/exercise.json': '{"checks": [{"kind": "output", "equals": ["2"]}]}',
  'examples/basics/marked.py': 'print("marked")\n',
  'examples/basics/marked.out': '  0.000 | marked\n  0.000 = exit 0\n',
  'examples/basics/marked.json': '{"work": "real"}',
  'exercises/basics/torn/start.py': '',
  'exercises/basics/torn/solution.py': '',
  'exercises/basics/torn/exercise.json': '{"checks": [',
  'exercises/basics/odd/start.py': '',
  'exercises/basics/odd/solution.py': '',
  'exercises/basics/odd/exercise.json': '{"checks": [{"kind": "output", "equal": ["2"]}]}',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
  content = pathToFileURL(`${folder}/`);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
});

afterAll(() => rm(folder, { recursive: true }));

const load = (id: string, allowUnrecorded = false) => loadExample(id, { content, allowUnrecorded });

describe('loadExample', () => {
  it('gives the program byte for byte, its file name and its recording', async () => {
    const example = await load('basics/hello');
    expect(example).toMatchObject({ id: 'basics/hello', filename: 'hello.py', source: 'print("hello")\n', log: null });
    expect(example.transcript?.lines.map(({ text }) => text)).toEqual(['hello']);
    expect(example.marks.status).toBe(0);
  });

  it('names the nearest ids when there is no such example, and what to do', async () => {
    await expect(load('basics/helo')).rejects.toThrow(/no example "basics\/helo".*"basics\/hello".*examples:record/s);
  });

  it('names the command that records an example without a recording', async () => {
    await expect(load('basics/new')).rejects.toThrow(/npm run examples:record/);
    expect((await load('basics/new', true)).transcript).toBeNull();
  });

  it('names the file of a damaged recording', async () => {
    await expect(load('basics/damaged')).rejects.toThrow(/damaged\.out: /);
  });

  it('names the file of damaged marks, once', async () => {
    await expect(load('basics/marked')).rejects.toThrow(/^(?!.*marked\.json.*marked\.json)\S*marked\.json may hold/s);
  });

  it('says so where there is no example yet', async () => {
    await expect(loadExample('basics/first', { content: pathToFileURL(`${folder}/none/`) })).rejects.toThrow('There are no examples yet.');
  });

  it('takes the content of this site, and lets the environment say whether a recording may be missing', async () => {
    expect((await loadExample('basics/argument-order')).source).toContain('asyncio');
    await expect(loadExample('basics/new', { content })).rejects.toThrow(/has no recording/);
    vi.stubEnv('ALLOW_UNRECORDED', '1');
    expect((await loadExample('basics/new', { content })).transcript).toBeNull();
    vi.unstubAllEnvs();
  });
});

describe('loadExercise', () => {
  it('gives start, solution and checks', async () => {
    await expect(loadExercise('basics/mend', content)).resolves.toMatchObject({ start: 'print(1)\n', checks: [{ kind: 'output', equals: ['2'] }] });
  });

  it('says which files are missing, and which exercises there are', async () => {
    await expect(loadExercise('basics/mand', content)).rejects.toThrow(/start\.py, solution\.py, exercise\.json.*"basics\/mend"/s);
  });

  it('says so where there is none yet', async () => {
    await expect(loadExercise('basics/mend', pathToFileURL(`${folder}/none/`))).rejects.toThrow(/Write them\.$/);
  });

  it('names the file that is not JSON', async () => {
    await expect(loadExercise('basics/torn', content)).rejects.toThrow(/torn\/exercise\.json is not JSON: /);
  });

  it('refuses a check that it does not know', async () => {
    await expect(loadExercise('basics/odd', content)).rejects.toThrow(/exercise\.json does not describe checks/);
  });
});
