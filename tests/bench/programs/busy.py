"""Two million steps of the interpreter between two lines of output; measure/work.ts counts them."""


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


print("work begins")
work(125_000)
print("work ends")
