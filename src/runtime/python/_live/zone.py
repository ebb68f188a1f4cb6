"""The time zone of the machine on which the program runs, which need not be that of the snapshot."""

from __future__ import annotations

import time


def install() -> None:
    """What `time.tzset` does where there is one: the module's constants are those of the first of January and of July."""
    year = time.gmtime().tm_year
    january, july = (time.localtime(time.mktime((year, month, 1, 0, 0, 0, 0, 0, -1))) for month in (1, 7))
    summer, standard = sorted((january, july), key=lambda moment: -moment.tm_gmtoff)
    time.timezone, time.altzone = -standard.tm_gmtoff, -summer.tm_gmtoff
    time.daylight = int(january.tm_gmtoff != july.tm_gmtoff)
    time.tzname = (standard.tm_zone, summer.tm_zone)
