# Not in one piece, so that the program's own text is not taken for its output.
print("it " + "begins")
while True:
    pass
