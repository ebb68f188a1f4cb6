import asyncio


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    print(f"{name} is here")


async def main():
    photo = fetch("photo", 0.3)
    song = fetch("song", 0.2)
    await photo
    await song


asyncio.run(main())
