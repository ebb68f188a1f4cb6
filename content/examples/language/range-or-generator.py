numbers = range(3)
squares = (n * n for n in range(3))

print(list(numbers), list(numbers))
print(list(squares), list(squares))
