import { expect } from 'vitest';
import { IslandOnPage } from './island.ts';
import { type Fixtures, test } from './site.ts';

/** Runs a program in the playground, to its end. */
async function outputOf({ page, site }: Pick<Fixtures, 'page' | 'site'>, program: string): Promise<IslandOnPage> {
  await page.goto(site.at('/playground/'));
  const island = new IslandOnPage(page, 'Playground');
  await island.showAllAtOnce();
  await island.write(program);
  await island.runToEnd();
  return island;
}

const MANY = `import asyncio, threading, time

async def job(number):
    await asyncio.sleep(0.1)
    return number

async def main():
    print(sum(await asyncio.gather(*(job(number) for number in range(1000)))))

asyncio.run(main())
done = []

def work(number):
    time.sleep(0.1)
    done.append(number)

threads = [threading.Thread(target=work, args=(number,)) for number in range(200)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(done), done == sorted(done))
`;

test('a thousand tasks and two hundred threads at once work in the page', async ({ page, site }) => {
  const island = await outputOf({ page, site }, MANY);
  expect(await island.text()).toEqual(['499500', '200 True']);
});

const COLLECTS = `import gc, threading, time

def deep(depth, then):
    return deep(depth - 1, then) if depth else then()

threads = [threading.Thread(target=deep, args=(10 * number, lambda: time.sleep(0.1))) for number in range(8)]
for thread in threads:
    thread.start()
deep(50, gc.collect)
for thread in threads:
    thread.join()
deep(50, gc.collect)
print("collected")
`;

test('garbage is collected while threads are suspended', async ({ page, site }) => {
  const island = await outputOf({ page, site }, COLLECTS);
  expect(await island.text()).toEqual(['collected']);
});

const WAITS_FOR_EVER = `import asyncio

async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    await lock.acquire()

asyncio.run(main())
`;

test('a program in which everything waits for ever ends at once, and says who waits where', async ({ page, site }) => {
  const island = await outputOf({ page, site }, WAITS_FOR_EVER);
  const text = (await island.text()).join('\n');
  expect(text).toContain('deadlock');
  expect(text).toContain('Task-1 waits for Lock.acquire at line 6');
});

test('a program that would go on for ever in simulated time stops at a limit, and goes on if the reader wishes', async ({ page, site }) => {
  const island = await outputOf({ page, site }, 'import time\nwhile True:\n    time.sleep(60)\n');
  const secondsSaid = async () => Number(/([\d,]+(?:\.\d+)?) s: the program reached the limit/.exec((await island.status.textContent()) ?? '')?.[1]);
  const first = await secondsSaid();
  expect(first).toBeGreaterThan(3000);
  await island.button('Go on').click();
  // It may be over again before anybody has looked.
  await expect.poll(secondsSaid).toBeGreaterThan(9 * first);
  await island.reaches('finished');
});

test('recursion without end is a RecursionError', async ({ page, site }) => {
  const island = await outputOf({ page, site }, 'def again():\n    again()\n\nagain()\n');
  expect((await island.text()).at(-1)).toContain('RecursionError');
});

test('recursion without end through C code is a RecursionError, also in a thread', async ({ page, site }) => {
  const island = await outputOf(
    { page, site },
    `import threading

class Endless:
    def __repr__(self):
        return repr(self)

def work():
    try:
        repr(Endless())
    except RecursionError:
        print('too deep')

work()
threading.Thread(target=work).start()
`,
  );
  expect(await island.text()).toEqual(['too deep', 'too deep']);
});

test('memory without end is a MemoryError, and the page lives', async ({ page, site }) => {
  const island = await outputOf({ page, site }, 'held = []\nwhile True:\n    held.append(bytearray(100_000_000))\n');
  expect((await island.text()).at(-1)).toBe('MemoryError');
  await island.write("print('next')\n");
  await island.runToEnd();
  expect(await island.text()).toEqual(['next']);
});

test('a signal that a program sends to itself is delivered', async ({ page, site }) => {
  const island = await outputOf(
    { page, site },
    'import os, signal\ntry:\n    os.kill(os.getpid(), signal.SIGINT)\nexcept KeyboardInterrupt:\n    print("interrupted")\n',
  );
  expect(await island.text()).toEqual(['interrupted']);
});
