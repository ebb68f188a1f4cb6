import time
from datetime import datetime

SUMMER, WINTER = 1_690_000_000, 1_700_000_000

print(time.timezone, time.altzone, time.daylight)
print(datetime.fromtimestamp(SUMMER), datetime.fromtimestamp(WINTER))
print(time.strftime("%z", time.localtime(SUMMER)), time.localtime(WINTER).tm_gmtoff)
print(time.mktime((2026, 7, 1, 0, 0, 0, 0, 0, -1)))
