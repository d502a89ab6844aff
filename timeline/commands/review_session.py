"""One review at a terminal: shows an event, takes a key, stores the decision at once, goes on.

>>> Session.ACTIONS["k"], Session.ACTIONS["x"]
('keep', 'reject')
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import Console

from timeline.commands.keys import Keys
from timeline.commands.signing import typed
from timeline.model import KINDS, Event
from timeline.render import review
from timeline.render.cells import wrap
from timeline.render.decisions import acts
from timeline.render.wording import label, one_line
from timeline.store import CorrectionError, StaleError, StoreError

if TYPE_CHECKING:
    from timeline.store import Decision, Store


class Session:
    """A walk through a queue of events, by id; what it decides is in the store before the next key is asked for."""

    ACTIONS: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(("k", "\r", "\n", " "), "keep"),
        **{"d": "date", "t": "title", "y": "kind", "o": "topics", "p": "venue"},
        **{"m": "merge", "u": "split", "x": "reject", "s": "skip", "b": "back", "q": "quit", "?": "help"},
    }

    def __init__(
        self, store: Store, queue: Sequence[str], who: str, today: date, lang: str, *, again: bool = False
    ) -> None:
        self._store, self._queue, self._who = store, list(queue), who
        self._today, self._lang, self._again = today, lang, again
        self._console = Console(highlight=False)
        self._place = 0
        self._made: list[tuple[int, int]] = []  # where in the queue, and the number of the decision
        self._near: list[tuple[Event, float]] = []
        self._crossed: set[int] = set()  # where somebody else decided while the event was on the screen
        self._keyboard = Keys()

    def run(self) -> bool:
        """Asks until the queue is through or the person quits; whether it was by Ctrl-C."""
        interrupted = False
        try:
            if not self._queue:
                self._say("没有要核对的了。", "Nothing is left to review.")
            with self._keyboard.held():
                self._walk()
        except (KeyboardInterrupt, EOFError):
            interrupted = True
        self._sum_up()
        return interrupted

    def _walk(self) -> None:
        while self._place < len(self._queue):
            event = self._current()
            if event is None:
                self._place += 1
            elif not self._about(event):
                return

    def _current(self) -> Event | None:
        """The event to ask about now, None when somebody else decided about it or it is gone."""
        key = self._queue[self._place]
        try:
            event = self._store.event(key)
        except LookupError:
            return None
        if event.id != key and event.id in self._queue[: self._place]:
            return None
        mine = self._place in self._crossed or any(place == self._place for place, _ in self._made)
        return event if mine or self._again or event.id not in self._store.kept([event]) else None

    def _about(self, event: Event) -> bool:
        """Shows an event and does what is asked until it is done with; False to quit."""
        self._show(event)
        while True:
            action = self.ACTIONS.get(self._keyboard.key())
            if action == "quit":
                return False
            if action in ("keep", "skip"):
                if action == "keep" and not self._try(event, {"kept": True}):
                    return True
                self._place += 1
                return True
            if action == "help":
                for line in review.HELP[self._lang]:
                    self._print(line)
            elif action is None:
                self._keys()
            elif getattr(self, f"_{action}")(event):
                return True

    def _show(self, event: Event) -> None:
        from timeline.store.corrections.doubt import doubt
        from timeline.store.corrections.neighbours import near

        with self._store.reading() as connection:
            self._near = near(connection, event)
        texts = {path: self._store.document(path).document.text for path in {m.document for m in event.mentions}}
        position = (self._place + 1, len(self._queue))
        self._console.print()
        lines = review.card(doubt(event), self._near, texts, position=position, width=self._width, lang=self._lang)
        for line in lines:
            self._console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)
        self._keys()

    def _keys(self) -> None:
        self._console.print()
        for line in review.keys(self._width, self._lang):
            self._console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)

    @property
    def _width(self) -> int:
        return max(min(self._console.width, 120), 20)

    def _line(self, zh: str, en: str, before: str = "") -> str:
        return self._keyboard.line(zh if self._lang == "zh" else en, before)

    def _print(self, words: str) -> None:
        for line in wrap(words, self._width):
            self._console.print(line, markup=False, emoji=False, soft_wrap=True)

    def _say(self, zh: str, en: str) -> None:
        self._print(zh if self._lang == "zh" else en)

    def _try(self, event: Event, changes: Mapping[str, Any]) -> bool:
        """Stores a decision; says why when it can't be, and then nothing is decided."""
        try:
            made = self._store.decide(event.id, changes, who=self._who, now=datetime.now(UTC), found=event.revision)
        except (CorrectionError, StaleError, StoreError, LookupError) as error:
            self._print(str(error.args[0] if isinstance(error, LookupError) else error))
            if isinstance(error, StaleError):
                self._crossed.add(self._place)
            return False
        self._note(made)
        return True

    def _note(self, made: Decision) -> None:
        self._made.append((self._place, made.number))
        for line in acts(made, {}, self._lang):
            self._print(f"✓ #{made.number} {line}")

    def _date(self, event: Event) -> bool:
        while words := self._line(
            "日期（如 2025-04-26、4月26日上午；回车放弃）：", "date (2025-04-26, last March; Enter to leave it): "
        ):
            try:
                return self._try(event, {"date": typed(words, self._today, event.when)})
            except ValueError as error:
                self._print(str(error))
        return False

    def _title(self, event: Event) -> bool:
        words = self._line("标题：", "title: ", event.title)
        return bool(words) and words != event.title and self._try(event, {"title": words})

    def _venue(self, event: Event) -> bool:
        words = self._line("地点（- 表示无）：", "place (- for none): ", event.place or "")
        return bool(words) and self._try(event, {"place": None if words == "-" else words})

    def _kind(self, event: Event) -> bool:
        self._print("  ".join(f"{number} {label(kind, self._lang)}" for number, kind in enumerate(KINDS, 1)))
        key = self._keyboard.key()
        return key in tuple("1234") and self._try(event, {"kind": KINDS[int(key) - 1]})

    def _topics(self, event: Event) -> bool:
        from timeline.events.topics import load
        from timeline.render.wording import topic_label

        table = load()
        slugs = list(table)
        self._print("  ".join(f"{n} {topic_label(slug, table, self._lang)}" for n, slug in enumerate(slugs, 1)))
        while words := self._line(
            "话题（编号或名称，空格隔开；- 表示无）：", "topics (numbers or names; - for none): "
        ):
            named = [slugs[int(w) - 1] if w.isdecimal() and 0 < int(w) <= len(slugs) else w for w in words.split()]
            if self._try(event, {"topics": [] if words == "-" else named}):
                return True
        return False

    def _merge(self, event: Event) -> bool:
        if self._near:
            self._say("与哪一条？按编号，或按回车输入 id", "with which? its number, or Enter to type an id")
            key = self._keyboard.key()
            if key.isdecimal() and 0 < int(key) <= len(self._near):
                return self._joined(event, self._near[int(key) - 1][0].id)
            if key not in "\r\n":
                return False
        ref = self._line("另一条的 id：", "id of the other: ")
        return bool(ref) and self._joined(event, ref)

    def _joined(self, event: Event, other: str) -> bool:
        return self._whole(lambda now: self._store.join(event.id, other, who=self._who, now=now).id)

    def _split(self, event: Event) -> bool:
        if len(event.mentions) < 2:
            self._say("只有一处说法，没有可拆的。", "There is one statement only, nothing to part.")
            return False
        for number, mention in enumerate(event.mentions, 1):
            self._print(f"{number}  “{one_line(mention.quote)}”")
        asked = self._line(
            "拆出第几处（a 表示全部拆开，回车放弃）：", "part which one (a for all, Enter to leave it): "
        )
        which = None if asked == "a" else asked
        return bool(asked) and self._whole(lambda now: self._store.unmerge(event.id, which, who=self._who, now=now).id)

    def _whole(self, act: Callable[[datetime], int]) -> bool:
        """Does what merges events anew, and notes the decision."""
        try:
            number = act(datetime.now(UTC))
        except (CorrectionError, StoreError, LookupError) as error:
            self._print(str(error.args[0] if isinstance(error, LookupError) else error))
            return False
        self._note(next(each for each in self._store.decisions() if each.number == number))
        return True

    def _reject(self, event: Event) -> bool:
        if self._try(event, {"rejected": True}):
            self._place += 1
        return True

    def _back(self, _event: Event) -> bool:
        if not self._made:
            self._say("本次还没有决定可撤销。", "Nothing was decided in this review yet.")
            return False
        place, number = self._made[-1]
        try:
            undone = self._store.undo(number, datetime.now(UTC), who=self._who)
        except (StoreError, LookupError) as error:
            self._print(str(error.args[0]))
            return False
        self._made.pop()
        self._place = place
        self._say(f"已撤销 #{undone.number}", f"took back #{undone.number}")
        return True

    def _sum_up(self) -> None:
        left = len(self._queue) - self._place
        self._console.print()
        self._say(
            f"本次 {len(self._made)} 个决定，均已保存；还有 {left} 条待看。timeline history ID · timeline undo",
            f"{len(self._made)} decisions, all stored; {left} events left. timeline history ID · timeline undo",
        )
