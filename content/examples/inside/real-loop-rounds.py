import asyncio


async def job(name, turns):
    for turn in range(1, turns + 1):
        print(" ", name, turn)
        await asyncio.sleep(0)


loop = asyncio.new_event_loop()
tea = loop.create_task(job("tea", 2))
toast = loop.create_task(job("toast", 3))

for number in range(1, 5):
    print("round", number)
    loop.stop()  # "stop after one round"
    loop.run_forever()
    print("  done:", tea.done(), toast.done())

loop.close()
