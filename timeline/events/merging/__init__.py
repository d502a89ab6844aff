"""One event, many reports: what statements are compared by, which of them are one event, where they disagree.

>>> from timeline.events.merging.decisions import Decision
>>> Decision(True, ()).apart
True
"""
