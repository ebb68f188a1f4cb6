import unittest
import warnings


class SumTest(unittest.TestCase):
    async def test_sum(self):
        self.assertEqual(1 + 1, 3)


tests = unittest.defaultTestLoader.loadTestsFromTestCase(SumTest)
result = unittest.TestResult()
with warnings.catch_warnings(record=True) as heard:
    warnings.simplefilter("always")
    tests.run(result)
print("ran:", result.testsRun)
print("successful:", result.wasSuccessful())
for warning in heard:
    print(f"{warning.category.__name__}:", str(warning.message).split(". ")[-1])
