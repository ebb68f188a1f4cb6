import asyncio

for name in "coroutine", "ensure_future", "get_child_watcher", "gather", "wait_for":
    print(f"{name}: {hasattr(asyncio, name)}")
