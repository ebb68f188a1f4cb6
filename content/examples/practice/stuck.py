import asyncio


async def bake():
    await asyncio.Event().wait()  # nobody will ever set it


async def party():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(0.1), name="tea")
        group.create_task(bake(), name="cake")


def explain(graph, indent=""):
    frame = graph.call_stack[-1].frame
    print(f"{indent}{graph.future.get_name()}: {frame.f_code.co_name}, line {frame.f_lineno}")
    for waiter in graph.awaited_by:
        explain(waiter, indent + "  awaited by ")


async def main():
    job = asyncio.create_task(party(), name="party")
    await asyncio.sleep(0.3)
    for task in asyncio.all_tasks():
        if task.get_name() == "cake":
            explain(asyncio.capture_call_graph(task))


asyncio.run(main())
