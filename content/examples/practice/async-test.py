import asyncio
import unittest


async def double(number):
    await asyncio.sleep(0.1)
    return number * 2


class DoubleTest(unittest.IsolatedAsyncioTestCase):
    async def test_right(self):
        self.assertEqual(await double(3), 6)

    async def test_wrong(self):
        self.assertEqual(await double(3), 7)


tests = unittest.defaultTestLoader.loadTestsFromTestCase(DoubleTest)
result = unittest.TestResult()
tests.run(result)
print("ran:", result.testsRun)
for test, traceback in result.failures:
    print("failed:", test.id().split(".")[-1], "-", traceback.splitlines()[-1])
