"""Locks and what the standard library builds on them."""

import threading
import time
import unittest

import named_tests


def start(*functions):
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    return threads


def join(threads):
    for thread in threads:
        thread.join()


class Locks(unittest.TestCase):
    def test_a_released_lock_goes_to_the_one_who_has_waited_longest(self):
        lock, order = threading.Lock(), []
        lock.acquire()

        def waiter(name):
            with lock:
                order.append(name)

        threads = start(*(lambda name=name: waiter(name) for name in "abc"))
        time.sleep(0.1)
        lock.release()
        join(threads)
        self.assertEqual(order, ["a", "b", "c"])

    def test_who_releases_and_takes_again_at_once_waits_behind_the_others(self):
        lock, order = threading.Lock(), []
        lock.acquire()
        threads = start(lambda: (lock.acquire(), order.append("waiter"), lock.release()))
        time.sleep(0.1)
        lock.release()
        with lock:
            order.append("releaser")
        join(threads)
        self.assertEqual(order, ["waiter", "releaser"])

    def test_a_timeout_ends_the_wait_for_a_lock_and_moves_the_clock(self):
        lock = threading.Lock()
        lock.acquire()
        began = time.monotonic()
        self.assertFalse(lock.acquire(timeout=2))
        self.assertAlmostEqual(time.monotonic() - began, 2, delta=0.1)

    def test_a_wait_that_timed_out_is_not_handed_the_lock_later(self):
        lock = threading.Lock()
        lock.acquire()
        threads = start(lambda: lock.acquire(timeout=1))
        join(threads)
        lock.release()
        self.assertFalse(lock.locked())

    def test_a_lock_that_nobody_holds_cannot_be_released(self):
        with self.assertRaisesRegex(RuntimeError, "^release unlocked lock$"):
            threading.Lock().release()

    def test_arguments_of_acquire_are_checked_as_natively(self):
        lock = threading.Lock()
        with self.assertRaisesRegex(ValueError, "can't specify a timeout for a non-blocking call"):
            lock.acquire(False, 1)
        with self.assertRaisesRegex(ValueError, "timeout value must be a non-negative number"):
            lock.acquire(timeout=-2)
        with self.assertRaisesRegex(OverflowError, "timeout value is too large"):
            lock.acquire(timeout=1e100)

    def test_an_rlock_lets_its_owner_in_again_and_others_not(self):
        lock, got = threading.RLock(), []
        with lock, lock:
            join(start(lambda: got.append(lock.acquire(blocking=False))))
        join(start(lambda: got.append(lock.acquire(blocking=False))))
        self.assertEqual(got, [False, True])

    def test_only_the_owner_releases_an_rlock(self):
        lock = threading.RLock()
        errors = []

        def release():
            try:
                lock.release()
            except RuntimeError as error:
                errors.append(str(error))

        with lock:
            join(start(release))
        self.assertEqual(errors, ["cannot release un-acquired lock"])

    def test_a_condition_wakes_waiters_in_the_order_they_came(self):
        condition, order = threading.Condition(), []

        def waiter(name):
            with condition:
                condition.wait()
                order.append(name)

        threads = start(*(lambda name=name: waiter(name) for name in "abc"))
        time.sleep(0.1)
        with condition:
            condition.notify()
        time.sleep(0.1)
        with condition:
            condition.notify_all()
        join(threads)
        self.assertEqual(order, ["a", "b", "c"])

    def test_wait_for_gives_up_at_its_timeout(self):
        condition = threading.Condition()
        began = time.monotonic()
        with condition:
            self.assertFalse(condition.wait_for(lambda: False, timeout=3))
        self.assertAlmostEqual(time.monotonic() - began, 3, delta=0.1)

    def test_a_semaphore_of_two_lets_two_in_at_a_time(self):
        semaphore, inside, most = threading.Semaphore(2), [], []

        def worker():
            with semaphore:
                inside.append(1)
                most.append(len(inside))
                time.sleep(1)
                inside.pop()

        began = time.monotonic()
        join(start(*[worker] * 5))
        self.assertEqual(max(most), 2)
        self.assertAlmostEqual(time.monotonic() - began, 3, delta=0.1)

    def test_a_barrier_lets_all_go_when_the_last_has_come(self):
        barrier, passed = threading.Barrier(3), []

        def worker(delay):
            time.sleep(delay)
            barrier.wait()
            passed.append(round(time.monotonic() - began))

        began = time.monotonic()
        join(start(*(lambda delay=delay: worker(delay) for delay in (1, 2, 3))))
        self.assertEqual(passed, [3, 3, 3])


if __name__ == "__main__":
    named_tests.run()
