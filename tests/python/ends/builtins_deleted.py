"""on
exit 0
"""

import builtins

show, delete, names = print, delattr, list(vars(builtins))
for name in names:
    delete(builtins, name)
show("on")
