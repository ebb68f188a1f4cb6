import asyncio
from asyncio.subprocess import PIPE


async def main():
    sort = await asyncio.create_subprocess_exec("sort", stdin=PIPE, stdout=PIPE)
    output, _ = await sort.communicate(b"tea\ncake\npie\n")
    print(output.decode().split())
    print("exit status", sort.returncode)


asyncio.run(main())
