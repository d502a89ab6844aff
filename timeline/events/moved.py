"""An event that moves: the promised date stays, and is linked with the new one.

>>> _MOVES.search("原定8月30日举行的演唱会延期至")[0]
'延期至'
"""

from __future__ import annotations

import re

from timeline import edtf
from timeline.events.draft import Draft

_MOVES = re.compile(r"(?:延期|改期|推迟|顺延|推后|提前|改|延|调整)(?:至|到|为|在|于)\s*\Z")
_PROMISED = re.compile(r"(?:原定于?|原计划于?|原拟于?|由|从|原为|原本(?:定于|计划)?)\s*\Z")
_FAR = 120


def link_moved(drafts: list[Draft], text: str) -> None:
    """Links the promised date of an event with the one that it moved to, both kept as postponed: 原定5日的赛事改期至9日."""
    for number, draft in enumerate(drafts):
        if not _MOVES.search(text, max(0, draft.timex.start - 6), draft.timex.start):
            continue
        earlier = next(
            (k for k in range(number - 1, max(-1, number - 9), -1) if _promised(drafts[k], draft, text)), None
        )
        if earlier is None:
            continue
        promised = drafts[earlier]
        promised.modality = draft.modality = "postponed"
        if draft.trigger:
            promised.kind = draft.kind
        else:
            draft.kind = promised.kind  # 新规原定6月1日施行，推迟至9月1日: what was promised tells what is put off
        promised.salience = min(promised.salience, 0.5)
        draft.details.setdefault("superseded", promised.when.edtf)
        promised.links.append(("moved-to", number))
        draft.links.append(("moved-from", earlier))


def _promised(earlier: Draft, draft: Draft, text: str) -> bool:
    """Whether the earlier date is the one that was promised for what is moved."""
    start = earlier.timex.start
    near = 0 <= draft.timex.start - start <= _FAR and "\n" not in text[start : draft.timex.start]
    if not near or earlier.when.begin is None or draft.when.begin is None:
        return False
    differs = edtf.stamp(earlier.when.begin, low=True) != edtf.stamp(draft.when.begin, low=True)
    return differs and bool(_PROMISED.search(text, max(0, start - 6), start))
