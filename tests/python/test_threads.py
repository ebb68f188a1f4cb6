"""Threads that take turns."""

import queue
import sys
import threading
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

import named_tests


class Threads(unittest.TestCase):
    def test_threads_that_are_ready_run_in_the_order_they_were_started(self):
        order = []
        threads = [threading.Thread(target=order.append, args=(name,)) for name in "abcde"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(order, list("abcde"))

    def test_those_with_the_same_deadline_wake_in_the_order_they_went_to_sleep(self):
        order = []

        def sleeper(name):
            time.sleep(1)
            order.append(name)

        threads = [threading.Thread(target=sleeper, args=(name,)) for name in "abcde"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(order, list("abcde"))

    def test_sleeps_overlap(self):
        began = time.monotonic()
        threads = [threading.Thread(target=time.sleep, args=(5,)) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertAlmostEqual(time.monotonic() - began, 5, delta=0.2)

    def test_join_with_a_timeout_comes_back_although_the_thread_goes_on(self):
        thread = threading.Thread(target=time.sleep, args=(10,))
        thread.start()
        began = time.monotonic()
        thread.join(timeout=2)
        self.assertAlmostEqual(time.monotonic() - began, 2, delta=0.1)
        self.assertTrue(thread.is_alive())
        thread.join()
        self.assertFalse(thread.is_alive())

    def test_a_thread_cannot_be_started_twice_nor_join_itself(self):
        errors = []

        def join_myself():
            try:
                threading.current_thread().join()
            except RuntimeError as error:
                errors.append(str(error))

        thread = threading.Thread(target=join_myself)
        thread.start()
        thread.join()
        self.assertEqual(errors, ["cannot join current thread"])
        with self.assertRaisesRegex(RuntimeError, "threads can only be started once"):
            thread.start()

    def test_every_thread_has_an_ident_of_its_own(self):
        idents = []
        threads = [threading.Thread(target=lambda: idents.append(threading.get_ident())) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len({*idents, threading.get_ident()}), 6)
        self.assertEqual(idents, [thread.ident for thread in threads])

    def test_an_exception_in_a_thread_ends_that_thread_and_is_told_to_excepthook(self):
        told = []
        before, threading.excepthook = threading.excepthook, lambda args: told.append((args.exc_type, args.thread.name))
        try:
            thread = threading.Thread(target=lambda: 1 / 0, name="failing")
            thread.start()
            thread.join()
        finally:
            threading.excepthook = before
        self.assertEqual(told, [(ZeroDivisionError, "failing")])

    def test_an_exception_that_is_being_handled_stays_with_its_thread(self):
        seen = []

        def handle(error):
            try:
                raise error
            except Exception:
                time.sleep(1)
                seen.append(type(sys.exception()))

        threads = [threading.Thread(target=handle, args=(error,)) for error in (KeyError(), ValueError())]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(seen, [KeyError, ValueError])
        self.assertIsNone(sys.exception())

    def test_a_local_belongs_to_its_thread(self):
        local, seen = threading.local(), []
        local.name = "main"

        def work(name):
            seen.append(hasattr(local, "name"))
            local.name = name
            time.sleep(1)
            seen.append(local.name)

        threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(seen, [False, False, "a", "b"])
        self.assertEqual(local.name, "main")

    def test_a_local_of_a_class_is_initialized_in_each_thread(self):
        class Counter(threading.local):
            def __init__(self, start):
                self.count = start

        counter, seen = Counter(7), []
        counter.count = 1
        thread = threading.Thread(target=lambda: seen.append(counter.count))
        thread.start()
        thread.join()
        self.assertEqual((seen, counter.count), ([7], 1))

    def test_a_queue_gives_to_the_one_who_has_waited_longest(self):
        items, got = queue.Queue(), []
        threads = [threading.Thread(target=lambda name=name: got.append((name, items.get()))) for name in "ab"]
        for thread in threads:
            thread.start()
        time.sleep(1)
        items.put(1)
        items.put(2)
        for thread in threads:
            thread.join()
        self.assertEqual(got, [("a", 1), ("b", 2)])

    def test_an_empty_queue_is_empty_after_its_timeout(self):
        for kind in (queue.Queue, queue.SimpleQueue):
            began = time.monotonic()
            with self.assertRaises(queue.Empty):
                kind().get(timeout=2)
            self.assertAlmostEqual(time.monotonic() - began, 2, delta=0.1)

    def test_a_pool_of_two_takes_the_next_job_when_one_is_done(self):
        began = time.monotonic()
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda seconds: (time.sleep(seconds), seconds)[1], [3, 1, 1, 1]))
        self.assertEqual(results, [3, 1, 1, 1])
        self.assertAlmostEqual(time.monotonic() - began, 3, delta=0.1)

    def test_two_hundred_threads_are_no_trouble(self):
        barrier, passed = threading.Barrier(200), []

        def work():
            barrier.wait()
            passed.append(1)

        threads = [threading.Thread(target=work) for _ in range(200)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(passed), 200)


if __name__ == "__main__":
    named_tests.run()
