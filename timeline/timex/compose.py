"""Joins adjoining atoms into expressions: chains (今年+4月26日+上午), glosses, ranges, open ends.

>>> from timeline.timex.engine import Grammar
>>> from timeline.timex.rules.calendar import RULES
>>> text = "3月5日至8日"
>>> [(e.start, e.end, e.right is not None) for e in compose(text, list(Grammar(RULES).atoms(text)))]
[(0, 7, True)]
"""

from __future__ import annotations

from typing import Final, cast

from timeline.timex.expression import Expression
from timeline.timex.rules.links import (
    AND,
    ANDS,
    BEHIND,
    BESIDE,
    BETWEEN,
    BOUNDS,
    CLOSE_GLOSS,
    GOES_ON,
    JOINS,
    JOINT,
    LASTING,
    LASTS_ON,
    LEADS_ON,
    LIST_COMMA,
    OPEN_GLOSS,
    RANGE,
    SINCE,
    SINCE_LEFT,
    SINCE_THEN,
    SINCES,
    TO,
    lead,
)
from timeline.timex.rules.outlook import HEAD_SIGN
from timeline.timex.rules.words import NOON
from timeline.timex.spec import CLOCK, DAY, DAYPART, MONTH, MOVING, WHOLE, YEAR, Atom, Spec, merged
from timeline.timex.zones import minutes_to_china


def compose(text: str, atoms: list[Atom]) -> list[Expression]:
    """The expressions that ``atoms`` (in order, from Grammar.atoms) form; decoys are dropped."""
    found: list[Expression] = []
    position, behind = 0, len(atoms)
    while position < behind:
        atom = atoms[position]
        if "decoy" in atom.spec:
            position += 1
            continue
        if (
            text[atom.end : atom.end + 1] == LIST_COMMA == text[atom.start - 1 : atom.start]
            and atom.last <= DAY
            and position + 1 < behind
            and atoms[position + 1].start == atom.end + 1
        ):  # between two commas of a list nothing goes on with it or leads to it
            found.append(_single(atom))
            position += 1
            continue
        expression, position = _chain(text, atoms, position)
        # most expressions have nothing behind them that could go on with them: one look saves three patterns
        if text[expression.tail : expression.tail + 1] in GOES_ON:
            expression, position = _range(text, atoms, expression, position)
            expression, position = _open_end(text, atoms, expression, position)
        _mark(text, expression)
        found.append(expression)
        if expression.glosses and expression.right is None:
            # 4月26日（星期六）上午 takes the gloss in
            found += [gloss for gloss in expression.glosses if gloss.start >= expression.end]
    return found


def _single(atom: Atom) -> Expression:
    start, end, rule, spec, first, last = atom
    return Expression(start, end, spec, first, last, (rule,), end)


def _chain(text: str, atoms: list[Atom], position: int) -> tuple[Expression, int]:
    """The expression that begins at ``atoms[position]`` and the position of the first atom behind it."""
    current = _single(atoms[position])
    position += 1
    if current.first == WHOLE:
        return current, position
    while position < len(atoms):
        after = atoms[position]
        if after.start - current.tail > 6:
            break
        gap = text[current.tail : after.start]
        if gap == LIST_COMMA:
            break
        joined = _join(text, current, after, gap)
        if joined is None:
            break
        current = joined
        position += 1
    return current, position


def _join(text: str, current: Expression, after: Atom, gap: str) -> Expression | None:
    plain = not gap or (
        gap[0] in JOINS and JOINT.fullmatch(gap) is not None and not ("\n" in gap and _opens_line(text, current.start))
    )
    if plain and current.last == DAY and (moved := _moves(text, after)):
        spec = merged(current.spec, {"moved": moved})
        if "daypart" in after.spec:
            spec["daypart"] = after.spec["daypart"]
        return current.grown(after.end, spec, after.rule)
    if after.first == WHOLE or after.spec.get("decoy"):
        return None
    if plain and after.first > current.last and not _clashes(current.spec, after.spec):
        spec = merged(current.spec, after.spec)
        if "loose" in spec and not ("loose" in current.spec and "loose" in after.spec):
            del spec["loose"]  # 2026年的立春, 4月25日 4点到: one of them is sure, and so is the other beside it
        current.last, current.glosses = after.last, ()
        return current.grown(after.end, spec, after.rule)
    if not gap and current.first >= DAYPART and after.last == DAY and "m" in after.spec and "d" in after.spec:
        current.first, current.last = after.first, CLOCK  # 8点8月22号
        return current.grown(after.end, merged(current.spec, after.spec), after.rule)
    if plain and current.last == DAY and after.spec.get("d_ref") == 0:  # 27日当天, 26日当晚
        spec = cast(Spec, {**current.spec, **({"daypart": after.spec["daypart"]} if "daypart" in after.spec else {})})
        current.last = after.last
        return current.grown(after.end, spec)
    if plain and current.last == MONTH and after.spec.get("m_ref") == 0 and after.last == MONTH:  # 11月当月
        return current.grown(after.end, current.spec)
    if "weekday" in current.spec:
        return _dated_weekday(text, current, after, gap)
    weekday = "weekday" in after.spec and "week_rel" not in after.spec and "nth" not in after.spec
    if current.last != DAY:
        return None
    if weekday and (plain or BESIDE.fullmatch(gap)):
        return current.beside(after.end, merged(current.spec, {"check_weekday": after.spec["weekday"]}))
    close = CLOSE_GLOSS.match(text, after.end) if OPEN_GLOSS.fullmatch(gap) else None
    if close and after.last == DAY:
        if weekday:
            return current.beside(close.end(), merged(current.spec, {"check_weekday": after.spec["weekday"]}))
        if current.spec.get("d_ref") == 0 and "m" in after.spec:  # 当天（12月1日）: the date says which day
            current.first = after.first
            return current.grown(close.end(), after.spec, after.rule)
        if "loose" in current.spec and "loose" not in after.spec:
            current.spec = cast(Spec, {field: of for field, of in current.spec.items() if field != "loose"})
        return current.glossed(close.end(), _single(after))
    return None


def _moves(text: str, after: Atom) -> tuple[int, str] | None:
    """How far an atom right behind a day counts from it: 10月1日三天后, 后天的前一天; None for any other."""
    spec = after.spec
    if "d_ref" in spec and spec["d_ref"] and text[after.start] in "前后":
        return spec["d_ref"], "day"
    if "ago" in spec and "following" not in spec and spec["ago"][1] in MOVING:
        return spec["ago"]
    return None


def _dated_weekday(text: str, current: Expression, after: Atom, gap: str) -> Expression | None:
    """A weekday with its date behind it: 周日（27日）, 星期五9月20日, 下周一（28日）上午; the date counts, the weekday checks it."""
    if current.last != DAY or after.last != DAY or "d" not in after.spec:
        return None
    spec = merged(after.spec, {"check_weekday": current.spec["weekday"]})
    close = CLOSE_GLOSS.match(text, after.end) if OPEN_GLOSS.fullmatch(gap) else None
    end = close.end() if close else after.end
    if "week_rel" in current.spec:  # 本周六（4月26日）: both say which day
        return current.glossed(end, _single(after).saying(spec)) if close else None
    if not close and gap and not ("m" in after.spec and BESIDE.fullmatch(gap)):
        return None
    current.first = after.first
    return current.grown(end, spec, after.rule)


def _opens_line(text: str, start: int) -> bool:
    """Whether nothing stands before an expression on its line: then it heads the next line, and is no part of it."""
    line_start = text.rfind("\n", max(0, start - 12), start)
    return (line_start >= 0 or start <= 12) and HEAD_SIGN.fullmatch(text, line_start + 1, start) is not None


_ENDS: Final = frozenset(("part", "scope"))
_SHIFTS: Final = frozenset(("y_rel", "m_rel", "prefer_ref"))


def _clashes(left: Spec, right: Spec) -> bool:
    """Whether the right one counts from elsewhere and so can't refine the left one (今年+本周六 does, 5月+昨天 not)."""
    if 0 in (right.get("d_rel"), right.get("d_ref")) and not left.keys() - _SHIFTS:
        return False  # 去年的今天, 去年同日
    if left.keys() == {"y_rel"} and left["y_rel"] and right.keys() == {"d_rel"} and -2 <= right["d_rel"] <= 2:
        return False  # 一年前的昨天
    if "d_rel" in right or "d_ref" in right or "week_rel" in right:
        return True
    if "scope" in right and right["scope"] == "year":
        return "m" in left or "quarter" in left or "half" in left
    return "holiday" in left and "weekday" in right


def _compatible(left: Expression, right: Expression) -> bool:
    if WHOLE in (left.first, right.first):
        return False
    if "ago" in right.spec:
        return False  # 5月1日至3天后
    if "from_now" in left.spec:
        return right.last >= MONTH
    if left.last == DAY and YEAR <= right.last < DAY:
        return bool(right.spec.keys() & _ENDS) or "m" in right.spec  # 6月20日至年底, 至8月
    if left.last >= DAY or right.last >= DAY:
        return (
            left.last >= DAY
            and right.last >= DAY
            and (right.last != DAYPART or left.last <= DAYPART or right.spec.get("daypart") in NOON)
        )
    if left.last < YEAR or right.last < YEAR:
        return left.last == right.last or ("decade" in left.spec and "century" in right.spec)
    return left.last == right.last or right.first <= MONTH


def _range(text: str, atoms: list[Atom], left: Expression, position: int) -> tuple[Expression, int]:
    if position >= len(atoms) or left.first == WHOLE:
        return left, position
    link = TO.match(text, left.tail) if text[left.tail] in LEADS_ON else None
    if not link and DAY <= left.last <= DAYPART and text[left.tail] in LASTS_ON:
        link = LASTING.match(text, left.tail) if SINCE_LEFT.search(text, max(0, left.start - 2), left.start) else None
    between = None if link or text[left.tail] not in ANDS else AND.match(text, left.tail)
    link = link or between
    if not link or link.end() != atoms[position].start or atoms[position].spec.get("decoy"):
        return left, position
    right, behind = _chain(text, atoms, position)
    if between and not BETWEEN.match(text, right.tail):
        return left, position
    if left.last == DAY and right.last == CLOCK and _hours_follow(text, atoms, right, behind):
        # 26日—28日9:00—17:00: the hours are those of each day
        behind = next(at for at in range(position, behind) if atoms[at].last >= DAYPART)
        if behind == position:  # 26日至9:00—17:00: hours and no day
            return left, position
        right, behind = _chain(text, atoms[:behind], position)
    if not _compatible(left, right):
        return left, position
    # 1月29日（大年初一）至2月4日（大年初七）: the closing gloss belongs to the printed expression as well
    left.end = right.tail if left.glosses and right.glosses else right.end
    left.tail, left.right, left.rules, left.glosses = right.tail, right, (*left.rules, RANGE, *right.rules), ()
    return left, behind


def _hours_follow(text: str, atoms: list[Atom], right: Expression, position: int) -> bool:
    """Whether the clock time that ends ``right`` begins a range of its own."""
    if position >= len(atoms) or atoms[position].first < DAYPART or atoms[position].last != CLOCK:
        return False
    link = TO.match(text, right.tail)
    return link is not None and link.end() == atoms[position].start


def _open_end(text: str, atoms: list[Atom], expression: Expression, position: int) -> tuple[Expression, int]:
    if expression.first == WHOLE or expression.right is not None:
        return expression, position
    if position < len(atoms) and atoms[position].spec.get("until_now"):
        gap = text[expression.tail : atoms[position].start]
        if len(gap) <= 2 and gap.strip() in ("", "起", "后", "，"):
            spec = merged(expression.spec, {"open_end": True})
            return expression.grown(atoms[position].end, spec, SINCE), position + 1
    if text[expression.tail] in SINCES and (since := SINCE_THEN.match(text, expression.tail)):
        return expression.grown(since.end(), merged(expression.spec, {"open_end": True}), SINCE), position
    return expression, position


def _mark(text: str, expression: Expression) -> None:
    """Marks an expression with what the words round it say: about, from, until, in which zone."""
    start, tail = expression.start, expression.tail
    if expression.last == CLOCK and (ahead_of := minutes_to_china(text, start, tail)):
        for end in (expression, expression.right):
            if end is not None and "hour" in end.spec:
                end.spec = merged(end.spec, {"zone": ahead_of})
    behind = BEHIND.match(text, tail) if text[tail : tail + 1] in BOUNDS else None
    following = behind.lastgroup if behind else None
    leading = lead(text, start)
    if "from" in (leading, following):
        expression.bound = "from"
    elif "to" in (leading, following):
        expression.bound = "to"
    if "about" in (leading, following):
        expression.spec = merged(expression.spec, {"approximate": True})
