"""What the context keeps of an expression that was resolved, for later ones to refer to.

>>> from datetime import date
>>> told = Told(2025, 4, date(2025, 4, 26), 2, 7, True, False, True, names_month=True)
>>> told.year, told.single, told.one_of
(2025, True, False)
"""

from __future__ import annotations

from datetime import date, datetime


class Told:
    """One resolved expression, as later ones refer to it; ``month`` and ``day`` are None where it is coarser.

    ``stated``: its year stands in the text or was taken from there, not from the anchor; ``printed``: it stands there in
    numbers; ``single``: one day, not a range of them; ``shifted``: a day counted from the one before it (次日), and
    ``year_shifted`` a year (次年); ``aside``: what something is compared with or counted from (继2019年之后, 2024年度分红),
    which governs nothing; ``names_month``: the month stands there, and was not counted from elsewhere; ``moment``: of a
    clock time, and no stretch of them; ``feast``: told by the name of a festival.
    """

    #: The last place that is in one sentence, or in one paragraph, with it; -1: not looked for.
    sentence_end: int = -1
    paragraph_end: int = -1
    #: Whether it is the last of several days: 6月18日、19日.
    one_of: bool = False
    #: The months of a stretch that is as coarse (2025-01/2025-09), as EDTF, and its quarter if it is one.
    months: str = ""
    quarter: int = 0
    #: Its season if it is one, from 21 (spring), and whether it is the end of a year.
    season: int = 0
    ends_year: bool = False

    def __init__(
        self,
        year: int,
        month: int | None,
        day: date | None,
        start: int,
        end: int,
        stated: bool,
        printed: bool,
        single: bool,
        daypart: str = "",
        shifted: int = 0,
        year_shifted: int = 0,
        aside: bool = False,
        names_month: bool = False,
        moment: datetime | None = None,
        feast: bool = False,
    ) -> None:
        self.year = year
        self.month = month
        self.day = day
        self.start = start
        self.end = end
        self.stated = stated
        self.printed = printed
        self.single = single
        self.daypart = daypart
        self.shifted = shifted
        self.year_shifted = year_shifted
        self.aside = aside
        self.names_month = names_month
        self.moment = moment
        self.feast = feast
