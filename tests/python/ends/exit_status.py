"""! a word to the wise
exit 1
"""

import sys

sys.exit("a word to the wise")
