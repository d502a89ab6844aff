"""The provinces and cities of China, and other countries, by their short names, as they stand in text without a suffix.

>>> CITY.findall("深圳地铁与南京地铁")
['深圳', '南京']
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from timeline import regex as re
from timeline.events.words import grouped, longest_first

_TABLE = tomllib.loads(Path(__file__).with_name("places.toml").read_text(encoding="utf-8"))
#: Counties whose names are one character: 易县.
SHORT_COUNTIES = frozenset(_TABLE["short_counties"])
_NAMES = {*_TABLE["municipalities"], *(name for names in _TABLE["cities"].values() for name in names)}

#: What follows a city's name where it is no place: 北京时间, 南京西路, 重庆道沿线, 北京饭店.
_NO_CITY = "时间|[东西南北中]?[一二三]?(?:路|街|大道|大街|巷)|道(?:沿线|[（(])|大?酒店|大?饭店"
#: What makes of a city's name the end and the beginning of other words: 华北海关, 北海道, 露天水表.
_OTHER_WORD = {"北海": "(?![关军岸域道洋])", "天水": "(?<!露天水)"}
#: A city by its short name (one of county level where a clause or a direction begins before it); names that are common words as well are left out.
_CITY = [f"{name}{_OTHER_WORD.get(name, '')}" for name in longest_first(_NAMES - set(_TABLE["ambiguous"]))]
_COUNTY = longest_first(_TABLE["county_cities"])
CITY = re.compile(
    rf"(?=[{''.join(sorted({name[0] for name in (*_CITY, *_COUNTY)}))}])"
    rf"(?:{grouped(_CITY)}|(?:(?<![\u4e00-\u9fff])|(?<=[在于到赴从往自和与及]))(?:{grouped(_COUNTY)}))(?!{_NO_CITY})"
)
#: A province by its short name.
PROVINCE = re.compile(grouped(longest_first(_TABLE["cities"])))
#: A country that pages tell of, beside China.
COUNTRY = re.compile(grouped(longest_first(_TABLE["countries"])))
