import asyncio
import os
from concurrent import futures, interpreters


def where(caller):
    same_process = os.getpid() == caller
    same_interpreter = interpreters.get_current() == interpreters.get_main()
    return same_process, same_process and same_interpreter


async def main():
    loop = asyncio.get_running_loop()
    for kind in [
        futures.ThreadPoolExecutor,
        futures.InterpreterPoolExecutor,
        futures.ProcessPoolExecutor,
    ]:
        with kind(max_workers=1) as pool:
            process, interpreter = await loop.run_in_executor(pool, where, os.getpid())
        print(kind.__name__)
        print("  same process:", process, "| same interpreter:", interpreter)


if __name__ == "__main__":
    asyncio.run(main())
