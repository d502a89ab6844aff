"""The headings of a page that wait for what they head: whose headline each of them is, or whether it opens nothing.

>>> from timeline.layout.lines import Unit
>>> waiting = Headings()
>>> waiting.pending = [Unit([], "读书会开张", 0, False, False)]
>>> [heading.text for heading in waiting.claim("读书会六月十五日开张。")]
['读书会开张']
"""

from __future__ import annotations

from timeline.layout.drafts import Draft, agreement, level, shared
from timeline.layout.lines import Unit


class Headings:
    """The drafts of a page so far, and the headings that are pending, in reading order."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.current: Draft | None = None
        self.pending: list[Unit] = []
        self.photo: Draft | None = None  # the last caption, until a text follows it

    def open(self, role: str = "news", headline: list[Unit] | None = None) -> Draft:
        self.current = Draft(role, headline or [])
        self.drafts.append(self.current)
        return self.current

    def take(self) -> list[Unit]:
        taken, self.pending = self.pending, []
        return taken

    def keep_last_level(self) -> None:
        """Of pending Markdown headings of several levels, keep the last: the ones above it are the page's sections."""
        marked = [place for place, heading in enumerate(self.pending) if level(heading)]
        if len(marked) > 1:
            self.leave(self.pending[: marked[-1]])
            self.pending = self.pending[marked[-1] :]

    def claim(self, following: str) -> list[Unit]:
        """The pending headings that are the headline of the text that follows; the others go where they belong."""
        pending = self.take()
        current = self.current
        first = len(pending)
        for place in range(len(pending) - 1, max(len(pending) - 5, -1), -1):
            heading = pending[place].text
            ours = agreement(heading, following)
            theirs = agreement(heading, current.text()) if current and current.body else 0.0
            headless = current is not None and current.headless and current.role == "news"
            if theirs > 2 * ours + 0.1 and (headless or place < len(pending) - 1):
                break
            if ours == 0 and self._pictured(pending[place]) and (first == len(pending) or self._shown(heading)):
                break
            first = place
        self.leave(pending[:first])
        return pending[first:]

    def _pictured(self, heading: Unit) -> bool:
        """Whether a heading stands under a photograph's caption: its title."""
        photo = self.photo
        return photo is not None and photo.headless and photo.body[0].start < heading.start and len(heading.text) <= 12

    def _shown(self, heading: str) -> bool:
        """Whether the last photograph's caption speaks of what a heading names."""
        return self.photo is not None and agreement(heading, self.photo.text()) > 0

    def leave(self, headings: list[Unit]) -> None:
        """Headings that open nothing: an earlier headless article's headline, a section's, or a line by itself."""
        groups: list[list[Unit]] = []
        for heading in headings:
            if groups and heading.gap == 0:
                groups[-1].append(heading)
            else:
                groups.append([heading])
        for group in groups:
            owner = self._owner(group)
            if owner:
                owner.headline = group
            else:
                self.drafts.append(Draft("furniture", body=group))

    def _owner(self, group: list[Unit]) -> Draft | None:
        if self._pictured(group[0]):
            return self.photo
        heading = "".join(unit.text for unit in group)
        headless = [draft for draft in self.drafts[-40:] if draft.role == "news" and draft.headless and draft.body]
        scored = sorted((-agreement(heading, draft.text()), place) for place, draft in enumerate(headless))
        if not scored:
            return None
        best = headless[scored[0][1]]
        rival = -scored[1][0] if len(scored) > 1 else 0.0
        held, pairs = shared(heading, best.text())
        signed = best.marked or best.byline is not None
        adjacent = best is self.current and (held > 0.5 * pairs or (signed and held > 0.12 * pairs))
        return best if adjacent or (held >= 4 and held > 0.3 * pairs and rival < 0.5 * held / pairs) else None
