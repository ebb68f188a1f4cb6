"""What the log says a suspended task waits for."""

import asyncio
import contextlib
import time
import unittest

import named_tests
from _live.awaiting import awaited_by_task

SLEEP = {"what": "sleep", "seconds": 0.1}


async def nap():
    await asyncio.sleep(0.1)


async def rows():
    try:
        await asyncio.sleep(0.1)
        yield 1
    finally:
        await asyncio.sleep(0.1)


def awaited(coroutine, steps=1):
    """What a task of this coroutine waits for after so many rounds of the loop. Tasks have no numbers here but names."""

    async def main():
        task = asyncio.create_task(coroutine, name="asked")
        for _ in range(steps):
            await asyncio.sleep(0)
        said = awaited_by_task(task, asyncio.Task.get_name)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        return said

    return asyncio.run(main())


class Awaiting(unittest.TestCase):
    def test_a_sleep_says_its_seconds(self):
        self.assertEqual(awaited(nap()), SLEEP)

    def test_a_sleep_in_an_async_generator_says_its_seconds(self):
        async def walk():
            async for _ in rows():
                pass

        self.assertEqual(awaited(walk()), SLEEP)

    def test_so_it_does_behind_anext_with_a_default(self):
        async def ask():
            await anext(rows(), None)

        self.assertEqual(awaited(ask()), SLEEP)

    def test_and_while_the_generator_is_closed(self):
        async def close():
            source = rows()
            with contextlib.suppress(StopAsyncIteration):
                await source.asend(None)
            await source.aclose()

        async def main():
            task = asyncio.create_task(close())
            await asyncio.sleep(0.15)
            return awaited_by_task(task, asyncio.Task.get_name)

        self.assertEqual(asyncio.run(main()), SLEEP)

    def test_a_job_in_a_thread_is_work_in_an_executor(self):
        self.assertEqual(awaited(asyncio.to_thread(time.sleep, 0.1)), {"what": "executor"})

    def test_a_coroutine_handed_to_the_loop_is_not(self):
        async def ask():
            future = asyncio.run_coroutine_threadsafe(nap(), asyncio.get_running_loop())
            await asyncio.wrap_future(future)

        self.assertEqual(awaited(ask()), {"what": "call", "call": "Future"})

    def test_once_its_task_is_made_it_is_a_task(self):
        async def ask():
            future = asyncio.run_coroutine_threadsafe(nap(), asyncio.get_running_loop())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            await asyncio.wrap_future(future)

        said = awaited(ask(), steps=4)
        self.assertEqual(said["what"], "task")
        self.assertNotEqual(said["task"], "asked")


if __name__ == "__main__":
    named_tests.run()
