import asyncio


def ask(where):
    for question in (asyncio.get_running_loop, asyncio.get_event_loop):
        try:
            question()
        except RuntimeError as error:
            print(f"{where}, {question.__name__}: {error}")
        else:
            print(f"{where}, {question.__name__}: a loop")


async def main():
    ask("inside")


ask("outside")
asyncio.run(main())
