"""The grammar of Chinese time expressions: rule files by family, each beside its corpus.

>>> [rule.name for rule in ALL][:1]
['ordinal.beside']
"""

from __future__ import annotations

from timeline.timex.rules import (
    calendar,
    clock,
    decoy,
    dialect,
    duration,
    era,
    festival,
    latin,
    numeric,
    ordinal,
    periods,
    plans,
    relative,
    sets,
    spoken,
    weekdays,
    windows,
    years,
)

#: In order: at one place the earlier rule wins, so that decoys and longer forms come first.
ALL = [
    *ordinal.RULES,
    *decoy.RULES,
    *sets.RULES,
    *spoken.RULES,
    *windows.RULES,
    *clock.RULES[:2],
    *years.DOUBLE,
    *calendar.SHARED,
    *latin.RULES,
    *clock.RULES[-1:],
    *era.RULES,
    *plans.RULES,
    *periods.RULES,
    *festival.RULES,
    *years.HEADINGS,
    *numeric.RULES,
    *years.RULES,
    *calendar.RULES,
    *clock.RULES[2:-1],
    *weekdays.RULES,
    *dialect.RULES,
    *relative.RULES,
    *duration.RULES,
]
