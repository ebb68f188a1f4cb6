import asyncio


async def main():
    process = await asyncio.create_subprocess_exec("sleep", "60")
    try:
        async with asyncio.timeout(0.2):
            await process.wait()
    except TimeoutError:
        print("too slow")
    print("exit status", process.returncode)
    process.terminate()
    print("exit status", await process.wait())


asyncio.run(main())
