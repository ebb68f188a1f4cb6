/** Programs that end in every way there is, for the soak: the site's own nearly all end well. */

export interface SoakProgram {
  readonly name: string;
  readonly source: string;
  /** What the reader types, line by line, when the program asks. */
  readonly answers?: readonly string[];
  /** The reader presses Stop when this has been printed. */
  readonly stopAfter?: string;
}

export const ENDS: readonly SoakProgram[] = [
  { name: 'works for ever', stopAfter: 'begun', source: "print('begun')\nwhile True:\n    pass\n" },
  {
    name: 'threads work for ever',
    stopAfter: 'begun',
    source: `import threading

def work():
    while True:
        sum(range(100))

for _ in range(5):
    threading.Thread(target=work).start()
print('begun')
`,
  },
  { name: 'prints for ever', stopAfter: 'line 50', source: "number = 0\nwhile True:\n    print('line', number)\n    number += 1\n" },
  { name: 'sleeps for ever', source: 'import time\n\nwhile True:\n    time.sleep(60)\n' },
  { name: 'asks', answers: ['Ada', 'Grace'], source: "print(input('First? ') + input('Second? '))\n" },
  { name: 'stopped while it asks', stopAfter: 'Name?', source: "input('Name?')\n" },
  {
    name: 'waits for ever',
    source: `import asyncio, threading

async def main():
    lock = asyncio.Lock()
    threading.Thread(target=threading.Event().wait, daemon=True).start()
    await lock.acquire()
    await lock.acquire()

asyncio.run(main())
`,
  },
  { name: 'recursion without end', source: 'def again():\n    return again()\n\nagain()\n' },
  { name: 'a quarter of a gigabyte', source: "held = [bytes(1_000_000) for _ in range(250)]\nprint(len(held))\n" },
  { name: 'memory without end', source: "held = []\nwhile True:\n    held.append(bytearray(50_000_000))\n" },
  { name: 'raises', source: "raise ValueError('no')\n" },
  { name: 'exits at once', source: "import os\n\nprint('going', flush=True)\nos._exit(3)\n" },
  {
    name: 'a thousand tasks',
    source: `import asyncio

async def main():
    print(sum(await asyncio.gather(*(asyncio.sleep(0.1, number) for number in range(1000)))))

asyncio.run(main())
`,
  },
  {
    name: 'two hundred threads',
    source: `import threading, time

threads = [threading.Thread(target=time.sleep, args=(1,)) for _ in range(200)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('joined')
`,
  },
  {
    name: 'threads that are left at the end',
    source: `import threading, time

def work():
    while True:
        time.sleep(1)

for _ in range(20):
    threading.Thread(target=work, daemon=True).start()
time.sleep(5)
print('leaving')
`,
  },
  {
    name: 'a server and its clients',
    source: `import asyncio

async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line)
    writer.close()

async def client(port, number):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'%d\\n' % number)
    answer = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return int(answer)

async def main():
    server = await asyncio.start_server(echo, '127.0.0.1', 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        print(sum(await asyncio.gather(*(client(port, number) for number in range(50)))))

asyncio.run(main())
`,
  },
];
