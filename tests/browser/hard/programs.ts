/** Programs that break other pages, and what must come of each here. */

export interface HardProgram {
  readonly id: string;
  /** For the tests; what readers are told of it is in content/hard-cases.json under the same id. */
  readonly name: string;
  readonly source: string;
  /** What the status line says at the end. */
  readonly status: RegExp;
  /** The output, where it is short: all of it. */
  readonly lines?: readonly string[];
  /** The output's last line, where it is long. */
  readonly last?: RegExp;
  /** What is left out, as the page counts it. */
  readonly omitted?: string;
  /** It never ends: Stop is pressed when this is in the output. */
  readonly stopAt?: string;
  /** While it runs, the page must answer a click. */
  readonly floods?: true;
}

const FINISHED = /^Finished in /;
const LIMIT = /Stopped|limit/i;

export const hardPrograms: readonly HardProgram[] = [
  { id: 'empty', name: 'an empty program', source: '', status: FINISHED, lines: [] },
  {
    id: 'endless-work',
    name: 'working without end',
    source: "print('begun', flush=True)\nwhile True:\n    pass\n",
    stopAt: 'begun',
    status: /^Stopped at /,
    lines: ['begun'],
  },
  {
    id: 'endless-output',
    name: 'printing without end',
    source: 'number = 0\nwhile True:\n    print(number)\n    number += 1\n',
    status: LIMIT,
    last: /^1999999$/,
    omitted: '1,998,500',
    floods: true,
  },
  {
    id: 'million-prints',
    name: 'a million lines one after another',
    source: 'for number in range(1_000_000):\n    print(number)\n',
    status: FINISHED,
    last: /^999999$/,
    omitted: '998,500',
    floods: true,
  },
  {
    id: 'million-lines',
    name: 'a million lines at once',
    source: "print('\\n'.join(map(str, range(1_000_000))))\n",
    status: FINISHED,
    last: /^999999$/,
    omitted: '998,500',
  },
  { id: 'long-line', name: 'one line of 10 MB', source: "print('x' * 10_000_000)\n", status: FINISHED, last: /^x{4000}/, omitted: '9,996,000' },
  { id: 'endless-sleep', name: 'sleeping without end', source: 'import time\nwhile True:\n    time.sleep(1000)\n', status: LIMIT, lines: [] },
  {
    id: 'memory',
    name: 'memory until none is left',
    source: 'kept = []\nwhile True:\n    kept.append(bytes(100_000_000))\n',
    status: /exit status 1/,
    last: /^MemoryError$/,
  },
  { id: 'recursion', name: 'recursion without end', source: 'def again():\n    again()\nagain()\n', status: /exit status 1/, last: /^RecursionError: / },
  {
    id: 'tasks',
    name: '10,000 tasks',
    source:
      'import asyncio\n\nasync def main():\n    done = await asyncio.gather(*(asyncio.sleep(1, number) for number in range(10_000)))\n    print(sum(done))\n\nasyncio.run(main())\n',
    status: FINISHED,
    lines: ['49995000'],
  },
  {
    id: 'threads',
    name: '500 threads',
    source:
      'import threading, time\n\ncount = 0\ndef work():\n    global count\n    time.sleep(1)\n    count += 1\n\nall = [threading.Thread(target=work) for _ in range(500)]\nfor thread in all: thread.start()\nfor thread in all: thread.join()\nprint(count)\n',
    status: FINISHED,
    lines: ['500'],
  },
  {
    id: 'deadlock',
    name: 'two threads that wait for each other',
    source:
      'import threading, time\n\none, two = threading.Lock(), threading.Lock()\ndef take(first, second):\n    with first:\n        time.sleep(1)\n        with second:\n            pass\n\nthreading.Thread(target=take, args=(one, two)).start()\nthreading.Thread(target=take, args=(two, one)).start()\n',
    status: /wait/i,
    last: /./,
  },
  {
    id: 'deadlock-of-tasks',
    name: 'a task that waits for itself',
    source: 'import asyncio\n\nasync def main():\n    lock = asyncio.Lock()\n    await lock.acquire()\n    await lock.acquire()\n\nasyncio.run(main())\n',
    status: /wait/i,
    last: /Task-1 waits for Lock\.acquire at line 6/,
  },
  { id: 'os-exit', name: 'os._exit', source: "import os\nprint('before')\nos._exit(3)\nprint('after')\n", status: /exit status 3/, last: /^before$/ },
  {
    id: 'exit-in-thread',
    name: 'sys.exit in a thread',
    source: "import sys, threading\nthread = threading.Thread(target=sys.exit, args=(3,))\nthread.start()\nthread.join()\nprint('on')\n",
    status: FINISHED,
    lines: ['on'],
  },
  {
    id: 'signal',
    name: 'a signal to itself',
    source: 'import signal\nsignal.raise_signal(signal.SIGINT)\n',
    status: /exit status 130/,
    last: /^KeyboardInterrupt$/,
  },
  {
    id: 'recursion-limit',
    name: 'recursion without a limit',
    source: "import sys\nsys.setrecursionlimit(10**9)\ndef again():\n    again()\nprint('before', flush=True)\nagain()\n",
    status: /crashed|exit status 1/,
    last: /./,
  },
  {
    id: 'asyncio-patched',
    name: 'asyncio with its functions replaced',
    source:
      "import asyncio\nreal = asyncio.sleep\nasyncio.sleep = lambda seconds: real(0)\nasyncio.create_task = asyncio.gather = None\nasync def main():\n    await real(1)\n    print('on')\nasyncio.run(main())\n",
    status: FINISHED,
    lines: ['on'],
  },
  {
    id: 'time-patched',
    name: 'time standing still',
    source: "import time, threading\ntime.monotonic = time.time = time.perf_counter = lambda: 0\ntime.sleep = lambda seconds: None\nthreading.Timer(1, print, ('on',)).start()\n",
    status: FINISHED,
    lines: ['on'],
  },
  {
    id: 'builtins-patched',
    name: 'built-in functions taken away',
    source: "import builtins\nshow = print\nfor name in ('print', 'len', 'isinstance', 'getattr', 'open', 'range', 'type', 'str', 'int'):\n    delattr(builtins, name)\nshow('on')\n",
    status: FINISHED,
    lines: ['on'],
  },
  {
    id: 'stdout-replaced',
    name: 'standard output replaced',
    source: "import io, sys\nkept, sys.stdout = sys.stdout, io.StringIO()\nprint('away')\nprint('shown', file=kept)\nsys.stdout = None\nprint('nowhere')\n",
    status: FINISHED,
    lines: ['shown'],
  },
  { id: 'stdout-closed', name: 'standard output closed', source: "import os\nprint('before')\nos.close(1)\n", status: /Finished|exit status/, last: /^before$/ },
  { id: 'modules-cleared', name: 'sys.modules emptied', source: "import sys\nprint('before')\nsys.modules.clear()\nprint('after')\n", status: /Finished|exit status/, last: /./ },
  { id: 'nul', name: 'NUL in the source', source: "print('a')\0\n", status: /exit status 1/, last: /^SyntaxError: source code cannot contain null bytes$/ },
  { id: 'surrogate-in-source', name: 'half a character in the source', source: "print('\ud800')\n", status: FINISHED, lines: ['\ufffd'] },
  { id: 'surrogates', name: 'half a character', source: "print('\\ud800')\n", status: /exit status 1/, last: /^UnicodeEncodeError: .*surrogates not allowed$/ },
  { id: 'right-to-left', name: 'marks that turn the direction of writing', source: "print('\u202etxt.exe\u202c and after')\n", status: FINISHED, lines: ['\u202etxt.exe\u202c and after'] },
  { id: 'emoji', name: 'emoji', source: "코루틴 = '👩‍👩‍👧‍👦🐍'\nprint(코루틴, len(코루틴))\n", status: FINISHED, lines: ['👩‍👩‍👧‍👦🐍 8'] },
  { id: 'tabs', name: 'tabs and spaces mixed', source: 'if True:\n\tprint(1)\n        print(2)\n', status: /exit status 1/, last: /^TabError: inconsistent use of tabs and spaces in indentation$/ },
  { id: 'crlf', name: 'lines that end as on Windows', source: "if True:\r\n    print('''a\r\nb''')\r\n", status: FINISHED, lines: ['a', 'b'] },
  { id: 'long-source', name: '1 MB of source', source: `${'x = 1\n'.repeat(166_000)}print(x)\n`, status: FINISHED, lines: ['1'] },
];
