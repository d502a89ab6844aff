"""Statements of the same happening, from any number of documents, as one event."""

from __future__ import annotations

from collections.abc import Iterable

from timeline.model import Event


def merge(statements: Iterable[Event]) -> list[Event]:
    """The events that ``statements`` (document-level events) tell of, in order of date then id; pure and order-free."""
    return sorted(statements, key=lambda e: (e.when.edtf, e.id))
