from re import Pattern

class Guarded:
    def __new__(cls, pattern: Pattern[str], told: str, anywhere: bool, /) -> Guarded: ...
