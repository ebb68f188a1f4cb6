import asyncio


async def pay():
    raise ValueError("no coins")


def checkout():
    return asyncio.create_task(pay())


def note(loop, context):
    print(context["message"], "-", repr(context["exception"]))
    for frame in context.get("source_traceback", []):
        if frame.filename == note.__code__.co_filename:
            print(f"  made by {frame.name}, line {frame.lineno}")


async def main():
    asyncio.get_running_loop().set_exception_handler(note)
    checkout()
    await asyncio.sleep(0.1)


asyncio.run(main(), debug=True)
