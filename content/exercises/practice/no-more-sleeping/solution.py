import asyncio
import unittest


class Printer:
    def __init__(self):
        self.queue = asyncio.Queue()
        self.pages = []

    async def run(self):
        while True:
            page = await self.queue.get()
            await asyncio.sleep(0.1)
            self.pages.append(page)
            self.queue.task_done()


class PrinterTest(unittest.IsolatedAsyncioTestCase):
    async def test_two_pages(self):
        printer = Printer()
        job = asyncio.create_task(printer.run())
        printer.queue.put_nowait("first")
        printer.queue.put_nowait("second")
        await printer.queue.join()
        self.assertEqual(printer.pages, ["first", "second"])
        job.cancel()


result = unittest.TestResult()
PrinterTest("test_two_pages").run(result)
print("passed:", result.wasSuccessful())
