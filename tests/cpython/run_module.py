"""Runs one module of CPython's own test suite inside the runtime, and says what became of each test.

    run_module.py JOB RESULTS

JOB is a JSON file: `{"module": "test.test_sched", "leaveOut": ["test.test_sched.TestCase.test_enter", …]}`. RESULTS
gets a line of JSON for each thing that happens: `{"test": …, "outcome": "started"}` before a test, its outcome after
it (passed, failed, skipped, expected), and at the end `{"test": "", "outcome": "finished"}`. A file, and not the output:
what has been written to it is there whatever becomes of the interpreter.
"""

import concurrent.futures
import gc
import io
import json
import sys
import traceback
import unittest

FINISHED = "finished"
OPEN = io.open  # Some tests replace the built-in one.


def undo_guesses() -> None:
    """The suite assumes what a browser platform cannot do. That is what is being tested, so it is not assumed."""
    from test import support
    from test.support import threading_helper

    threading_helper.can_start_thread = True
    support.has_socket_support = True
    support.is_emscripten = False


def fill_in_names() -> None:
    """Test modules name executors in their class bodies that this platform lacks, beside tests that do not use them."""
    if not hasattr(concurrent.futures, "InterpreterPoolExecutor"):
        concurrent.futures.InterpreterPoolExecutor = None


class Results:
    def __init__(self, path: str) -> None:
        self._path = path

    def say(self, test: str, outcome: str, detail: str = "") -> None:
        line = json.dumps({"test": test, "outcome": outcome, "detail": detail}) + "\n"
        with OPEN(self._path, "ab", buffering=0) as file:
            file.write(line.encode())


class Reporter(unittest.TestResult):
    def __init__(self, results: Results) -> None:
        super().__init__()
        self._results = results
        self._outcome, self._detail = "passed", ""

    def startTest(self, test: unittest.TestCase) -> None:
        if self._outcome == "failed":
            # What it did not close must not be collected, with warnings, in the middle of the next.
            gc.collect()
        super().startTest(test)
        self._outcome, self._detail = "passed", ""
        self._results.say(test.id(), "started")

    def stopTest(self, test: unittest.TestCase) -> None:
        super().stopTest(test)
        self._results.say(test.id(), self._outcome, self._detail)

    def addError(self, test, err) -> None:
        self._set(test, "failed", "".join(traceback.format_exception(*err)))

    def addFailure(self, test, err) -> None:
        self.addError(test, err)

    def addSubTest(self, test, subtest, err) -> None:
        if err is not None:
            self.addError(test, err)

    def addSkip(self, test, reason) -> None:
        # One subtest that is skipped does not undo another that failed.
        if self._outcome != "failed":
            self._set(test, "skipped", reason)

    def addExpectedFailure(self, test, err) -> None:
        self._set(test, "expected")

    def addUnexpectedSuccess(self, test) -> None:
        self._set(test, "failed", "The suite expects it to fail, and it passed.")

    def _set(self, test, outcome: str, detail: str = "") -> None:
        if isinstance(test, unittest.TestCase):
            self._outcome, self._detail = outcome, detail
        else:  # setUpClass or setUpModule: no test of its own has been started.
            self._results.say(test.id(), outcome, detail)


def leave_out(suite, unwanted: frozenset[str]) -> unittest.TestSuite:
    """The suite without some tests; classes and modules keep together, as their set-up needs."""
    kept = []
    for test in suite:
        if isinstance(test, unittest.TestSuite):
            kept.append(leave_out(test, unwanted))
        elif test.id() not in unwanted:
            kept.append(test)
    return unittest.TestSuite(kept)


def main(job_path: str, results_path: str) -> None:
    with open(job_path, encoding="utf-8") as file:
        job = json.load(file)
    results = Results(results_path)
    undo_guesses()
    fill_in_names()
    try:
        suite = unittest.TestLoader().loadTestsFromName(job["module"])
    except unittest.SkipTest as skip:
        results.say(job["module"], "skipped", str(skip))
    else:
        leave_out(suite, frozenset(job["leaveOut"])).run(Reporter(results))
    results.say("", FINISHED)


if __name__ == "__main__":
    main(*sys.argv[1:])
