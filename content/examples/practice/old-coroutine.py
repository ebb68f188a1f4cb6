import asyncio

BEFORE_3_5 = """
@asyncio.coroutine
def brew():
    yield from asyncio.sleep(0.1)
"""
HALF_WAY = """
async def brew():
    yield from asyncio.sleep(0.1)
"""

for program in BEFORE_3_5, HALF_WAY:
    try:
        exec(program)
    except (AttributeError, SyntaxError) as error:
        print(f"{type(error).__name__}: {error.args[0]}")


async def brew():
    await asyncio.sleep(0.1)
    return "tea"


print("new:", asyncio.run(brew()))
