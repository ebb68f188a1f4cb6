"""The simulated clock, and asyncio's own loop on it."""

import asyncio
import datetime
import threading
import time
import unittest

import named_tests


class Clock(unittest.TestCase):
    def test_the_clock_never_stands_still_between_two_reads(self):
        for read in (time.monotonic_ns, time.perf_counter_ns, time.time_ns):
            times = [read() for _ in range(1000)]
            self.assertEqual(times, sorted(times))
        times = [time.monotonic_ns() for _ in range(1000)]
        self.assertEqual(len(set(times)), 1000)

    def test_a_sleep_never_ends_early(self):
        for seconds in (1e-9, 0.1, 1 / 3, 2, 1e5):
            began = time.monotonic()
            time.sleep(seconds)
            self.assertGreaterEqual(time.monotonic() - began, seconds)

    def test_all_clocks_move_together(self):
        before = time.time(), time.monotonic(), time.perf_counter(), datetime.datetime.now().timestamp()
        time.sleep(1000)
        after = time.time(), time.monotonic(), time.perf_counter(), datetime.datetime.now().timestamp()
        for earlier, later in zip(before[:3], after[:3]):
            self.assertAlmostEqual(later - earlier, 1000, delta=1)

    def test_a_sleep_that_makes_no_sense_is_refused_as_natively(self):
        with self.assertRaisesRegex(ValueError, "^sleep length must be non-negative$"):
            time.sleep(-1)
        with self.assertRaisesRegex(ValueError, "NaN"):
            time.sleep(float("nan"))
        with self.assertRaises(TypeError):
            time.sleep("1")

    def test_equal_sleeps_of_tasks_end_in_the_order_they_began(self):
        order = []

        async def sleeper(name):
            await asyncio.sleep(1)
            order.append(name)

        async def main():
            await asyncio.gather(*(sleeper(name) for name in range(50)))

        asyncio.run(main())
        self.assertEqual(order, list(range(50)))

    def test_time_sleep_in_a_coroutine_blocks_the_loop(self):
        async def main():
            began = time.monotonic()
            other = asyncio.create_task(asyncio.sleep(1))
            await asyncio.sleep(0)
            time.sleep(5)
            await other
            return time.monotonic() - began

        self.assertAlmostEqual(asyncio.run(main()), 5, delta=0.1)

    def test_five_jobs_in_the_default_executor_take_as_long_as_one(self):
        async def main():
            began = time.monotonic()
            await asyncio.gather(*(asyncio.to_thread(time.sleep, 2) for _ in range(5)))
            return time.monotonic() - began

        self.assertAlmostEqual(asyncio.run(main()), 2, delta=0.2)

    def test_a_thread_wakes_a_loop_that_waits_for_nothing_else(self):
        async def main():
            loop, event = asyncio.get_running_loop(), asyncio.Event()
            threading.Timer(3, lambda: loop.call_soon_threadsafe(event.set)).start()
            await event.wait()

        began = time.monotonic()
        asyncio.run(main())
        self.assertAlmostEqual(time.monotonic() - began, 3, delta=0.1)

    def test_a_coroutine_is_handed_to_a_loop_in_another_thread(self):
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        future = asyncio.run_coroutine_threadsafe(asyncio.sleep(2, "slept"), loop)
        self.assertEqual(future.result(), "slept")
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()

    def test_a_timeout_cancels_what_takes_longer(self):
        async def main():
            async with asyncio.timeout(1):
                await asyncio.sleep(2)

        began = time.monotonic()
        with self.assertRaises(TimeoutError):
            asyncio.run(main())
        self.assertAlmostEqual(time.monotonic() - began, 1, delta=0.1)

    def test_asyncio_run_refuses_to_be_nested(self):
        async def main():
            inner = asyncio.sleep(0)
            try:
                asyncio.run(inner)
            finally:
                inner.close()

        with self.assertRaisesRegex(RuntimeError, "cannot be called from a running event loop"):
            asyncio.run(main())

    def test_every_run_has_a_new_loop_that_is_closed_after_it(self):
        async def main():
            return asyncio.get_running_loop()

        first, second = asyncio.run(main()), asyncio.run(main())
        self.assertIsNot(first, second)
        self.assertTrue(first.is_closed())
        self.assertEqual(type(first).__name__, "_UnixSelectorEventLoop")


if __name__ == "__main__":
    named_tests.run()
