"""Runs the tests of a file and says of each, by name, how it came out: one JSON object a line, for python.test.ts."""

import json
import sys
import unittest


class _Reporter(unittest.TestResult):
    def _say(self, test: unittest.TestCase, problem: str | None) -> None:
        print(json.dumps({"test": test._testMethodName, "problem": problem}), flush=True)

    def addSuccess(self, test):
        self._say(test, None)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._say(test, self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self._say(test, self.errors[-1][1])

    def addSkip(self, test, reason):
        self._say(test, f"skipped: {reason}")


def run() -> None:
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"])
    result = suite.run(_Reporter())
    sys.exit(not result.wasSuccessful())
