class Pause:
    def __await__(self):
        answer = yield "please wake me"
        return answer


async def breakfast():
    print("boil water")
    drink = await Pause()
    print("drink", drink)
    return "fed"


job = breakfast()
print("  it asks:", job.send(None))
try:
    job.send("tea")
except StopIteration as stop:
    print("  it returned:", stop.value)
