"""Civil days of feasts of the Hebrew and the Islamic calendar: 逾越节, 赎罪日, 开斋节, 古尔邦节.

>>> hebrew_new_year(2024), islamic_day(2024, 10, 1)
(datetime.date(2024, 10, 3), datetime.date(2024, 4, 10))

The Hebrew calendar is fixed by arithmetic; the Islamic one is taken in its tabular form (the civil epoch, leap years 2, 5,
7, 10, 13, 16, 18, 21, 24, 26 and 29 of thirty), from which a month begun by sight of the moon may differ by a day.
See E. M. Reingold and N. Dershowitz, Calendrical Calculations.
"""

from __future__ import annotations

from datetime import date, timedelta

#: The civil year with which a Hebrew year begins lies so many behind it.
_HEBREW_EPOCH = 3761
#: The ordinal of the day before 1 Tishri of the year 1, and of 1 Muharram of the year 1.
_TISHRI, _MUHARRAM = -1373427, 227014
#: The parts (halakim) into which a day is divided.
_PARTS_OF_DAY = 25920


def _elapsed(year: int) -> int:
    """The days from the epoch to the beginning of a Hebrew year, before neighbouring years are looked at."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // _PARTS_OF_DAY  # a month is longer than 29 days by 13753 parts
    return days + ((3 * (days + 1)) % 7 < 3)


def hebrew_new_year(civil_year: int) -> date:
    """1 Tishri in a civil year."""
    year = civil_year + _HEBREW_EPOCH
    before, own, behind = (_elapsed(each) for each in (year - 1, year, year + 1))
    late = 2 if behind - own == 356 else 1 if own - before == 382 else 0
    return date.fromordinal(_TISHRI + own + late)


def hebrew_day(civil_year: int, origin: str, days: int) -> date:
    """The day so many days from 1 Tishri, from Passover or from the first day of Hanukkah in a civil year.

    >>> hebrew_day(2023, "passover", 0), hebrew_day(2022, "hanukkah", 0)
    (datetime.date(2023, 4, 6), datetime.date(2022, 12, 19))
    """
    tishri = hebrew_new_year(civil_year)
    if origin == "passover":  # 15 Nisan lies 163 days before the next year
        return tishri + timedelta(days - 163)
    if origin == "hanukkah":  # 25 Kislev lies behind a Heshvan of 30 days in years of 355 and 385
        length = (hebrew_new_year(civil_year + 1) - tishri).days
        return tishri + timedelta(days + 83 + (length % 10 == 5))
    return tishri + timedelta(days)


def islamic_day(civil_year: int, month: int, day: int) -> date | None:
    """The first day of a civil year that has that month and day of the Islamic calendar; None where there is none."""
    earliest = (civil_year - 622) * 33 // 32 - 1
    for year in range(earliest, earliest + 4):
        ordinal = _MUHARRAM + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
        if date(civil_year, 1, 1).toordinal() <= ordinal <= date(civil_year, 12, 31).toordinal():
            return date.fromordinal(ordinal)
    return None
