import asyncio

cache = {"ann": 31}


async def age(name):
    if name not in cache:
        await asyncio.sleep(0.2)  # ask the database
        cache[name] = 27
    return cache[name]


async def main():
    lazy = asyncio.create_task(age("ann"))
    known = asyncio.create_task(age("ann"), eager_start=True)
    asked = asyncio.create_task(age("ben"), eager_start=True)
    print("in the cache, lazy:   done", lazy.done())
    print("in the cache, eager:  done", known.done())
    print("not in cache, eager:  done", asked.done())
    print("ages:", await lazy, await known, await asked)


asyncio.run(main())
