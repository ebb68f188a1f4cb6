import asyncio
import time

start = time.monotonic()


def save(text):
    print(round(time.monotonic() - start, 1), "saved:", text)


class Editor:
    def __init__(self):
        self.text = ""
        self.timer = None

    def key(self, letter):
        self.text += letter
        if self.timer:
            self.timer.cancel()
        loop = asyncio.get_running_loop()
        self.timer = loop.call_later(0.2, save, self.text)


async def main():
    editor = Editor()
    for letter in "abc":
        editor.key(letter)
        await asyncio.sleep(0.1)
    await asyncio.sleep(0.3)
    editor.key("d")
    await asyncio.sleep(0.3)


asyncio.run(main())
