import asyncio
import time
import unittest


class DoorTest(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.start = time.perf_counter()

    async def test_open(self):
        door = asyncio.Event()
        async with asyncio.timeout(0.5):
            await door.wait()  # nobody opens it

    def tearDown(self):
        print(f"over after {time.perf_counter() - self.start:.1f} s")


tests = unittest.defaultTestLoader.loadTestsFromTestCase(DoorTest)
result = unittest.TestResult()
tests.run(result)
for test, traceback in result.errors:
    print(test.id().split(".")[-1], "-", traceback.splitlines()[-1])
