def greeter():
    print("  (it runs)")
    name = yield "What is your name?"
    print("  (it goes on)")
    return f"Hello, {name}"


talk = greeter()
print("nothing has run yet")
question = talk.send(None)  # run to the yield, as next() does
print("came out:", question)
try:
    talk.send("Ada")  # becomes the value of the yield
except StopIteration as stop:
    print("returned:", stop.value)
