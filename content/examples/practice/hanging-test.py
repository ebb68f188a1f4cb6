import asyncio
import time
import unittest


class DoorTest(unittest.IsolatedAsyncioTestCase):
    async def test_open(self):
        door = asyncio.Event()
        async with asyncio.timeout(0.5):
            await door.wait()  # nobody opens it


tests = unittest.defaultTestLoader.loadTestsFromTestCase(DoorTest)
result = unittest.TestResult()
start = time.perf_counter()
tests.run(result)
print(f"over after {time.perf_counter() - start:.1f} s")
for test, traceback in result.errors:
    print(test.id().split(".")[-1], "-", traceback.splitlines()[-1])
