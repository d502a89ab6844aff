"""The provinces and cities of China by their short names, as they stand in text without a suffix.

>>> CITY.findall("深圳地铁与南京地铁")
['深圳', '南京']
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_TABLE = tomllib.loads(Path(__file__).with_name("places.toml").read_text(encoding="utf-8"))
_NAMES = {*_TABLE["municipalities"], *(name for names in _TABLE["cities"].values() for name in names)}

#: A city by its short name; names that are common words as well are left out.
CITY = re.compile("|".join(sorted(_NAMES - set(_TABLE["ambiguous"]), key=lambda name: (-len(name), name))))
#: A province by its short name.
PROVINCE = re.compile("|".join(sorted(_TABLE["cities"], key=lambda name: (-len(name), name))))
