"""Two million steps of the interpreter, once and then some more times between two lines of output; measure/work.ts counts them."""

TIMES = 20


def step(total, number):
    return (total * 31 + number) % 1_000_003


def work(rounds):
    total = 0
    for number in range(rounds):
        if number % 2:
            total = step(total, number)
        else:
            total += number
    return total


work(125_000)
print("work begins")
for _ in range(TIMES):
    work(125_000)
print("work ends")
