import asyncio
import time
from unittest.mock import AsyncMock


async def retry(call, sleep=asyncio.sleep):
    for pause in 1, 2, 4:
        try:
            return await call()
        except ConnectionError:
            await sleep(pause)
    return await call()


async def main():
    call = AsyncMock(side_effect=[ConnectionError, ConnectionError, "hello"])
    sleep = AsyncMock()
    start = time.perf_counter()
    print("answer:", await retry(call, sleep))
    print(f"took {time.perf_counter() - start:.1f} s")
    print("calls:", call.await_count)
    print("pauses:", [wait.args[0] for wait in sleep.await_args_list])


asyncio.run(main())
