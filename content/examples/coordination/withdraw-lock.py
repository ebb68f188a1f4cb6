import asyncio

balance = 100


async def withdraw(name, amount, lock):
    global balance
    async with lock:
        if balance >= amount:
            await asyncio.sleep(0.1)
            balance -= amount
            print(f"{name}: took {amount}, left {balance}")
        else:
            print(f"{name}: {balance} is not enough")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(
        withdraw("Ann", 80, lock), withdraw("Bob", 80, lock)
    )
    print("balance:", balance)


asyncio.run(main())
