import asyncio
import inspect
import warnings


async def main():
    return isinstance(asyncio.get_running_loop(), asyncio.SelectorEventLoop)


with warnings.catch_warnings(record=True) as heard:
    warnings.simplefilter("always")
    asyncio.get_event_loop_policy()
    asyncio.iscoroutinefunction(main)
for warning in heard:
    print("old:", warning.message)

print("new:", asyncio.run(main(), loop_factory=asyncio.SelectorEventLoop))
print("new:", inspect.iscoroutinefunction(main))
