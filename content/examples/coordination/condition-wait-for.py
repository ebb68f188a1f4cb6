import asyncio

shelf = []


async def baker(changed):
    for number in range(1, 5):
        await asyncio.sleep(0.1)
        async with changed:
            shelf.append("bread")
            print("baker: on the shelf", len(shelf))
            changed.notify_all()


async def buyer(name, amount, changed):
    async with changed:
        await changed.wait_for(lambda: len(shelf) >= amount)
        del shelf[:amount]
        print(f"{name}: took {amount}, left {len(shelf)}")


async def main():
    changed = asyncio.Condition()
    async with asyncio.TaskGroup() as group:
        group.create_task(buyer("Ann", 3, changed), name="Ann")
        group.create_task(buyer("Bob", 1, changed), name="Bob")
        group.create_task(baker(changed), name="baker")


asyncio.run(main())
