import asyncio

balance = 100


async def withdraw(name, amount):
    global balance
    if balance >= amount:
        print(f"{name}: {balance} is enough")
        await asyncio.sleep(0.1)
        balance -= amount
        print(f"{name}: took {amount}, left {balance}")
    else:
        print(f"{name}: {balance} is not enough")


async def main():
    await asyncio.gather(withdraw("Ann", 80), withdraw("Bob", 80))
    print("balance:", balance)


asyncio.run(main())
