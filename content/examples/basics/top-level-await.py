import ast
import asyncio

cell = "await asyncio.sleep(0.2); print('the cell has run')"

try:
    compile(cell, "file", "exec")
except SyntaxError as error:
    print(f"in a file: SyntaxError: {error.msg}")

code = compile(cell, "cell", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
coroutine = eval(code)
print(f"in a cell: a {type(coroutine).__name__}, awaited by the notebook")
asyncio.run(coroutine)
