"""done
! ends/never_awaited.py:14: RuntimeWarning: coroutine 'work' was never awaited
!   work()
! RuntimeWarning: Enable tracemalloc to get the object allocation traceback
exit 0
"""


async def work():
    pass


# Warned of at once: nothing holds the coroutine.
work()
print("done", flush=True)
