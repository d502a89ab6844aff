"""The CSS colour name next to a ``#rrggbb``: RFC 7986 COLOR takes names only.

>>> from timeline.render.colours import css_name
>>> css_name("#008080")
'teal'
"""

from __future__ import annotations

from functools import lru_cache

#: Names of CSS Color Level 3 that stand apart from each other and read on white.
_NAMES = {
    "black": 0x000000, "blue": 0x0000FF, "blueviolet": 0x8A2BE2, "brown": 0xA52A2A, "cadetblue": 0x5F9EA0,
    "chocolate": 0xD2691E, "coral": 0xFF7F50, "cornflowerblue": 0x6495ED, "crimson": 0xDC143C, "darkcyan": 0x008B8B,
    "darkgoldenrod": 0xB8860B, "darkgreen": 0x006400, "darkmagenta": 0x8B008B, "darkorange": 0xFF8C00,
    "darkorchid": 0x9932CC, "darkred": 0x8B0000, "darkslateblue": 0x483D8B, "darkslategray": 0x2F4F4F,
    "deeppink": 0xFF1493, "deepskyblue": 0x00BFFF, "dimgray": 0x696969, "dodgerblue": 0x1E90FF, "firebrick": 0xB22222,
    "forestgreen": 0x228B22, "fuchsia": 0xFF00FF, "gold": 0xFFD700, "goldenrod": 0xDAA520, "gray": 0x808080,
    "green": 0x008000, "hotpink": 0xFF69B4, "indigo": 0x4B0082, "limegreen": 0x32CD32, "maroon": 0x800000,
    "mediumblue": 0x0000CD, "mediumorchid": 0xBA55D3, "mediumpurple": 0x9370DB, "mediumseagreen": 0x3CB371,
    "mediumvioletred": 0xC71585, "midnightblue": 0x191970, "navy": 0x000080, "olive": 0x808000, "olivedrab": 0x6B8E23,
    "orange": 0xFFA500, "orangered": 0xFF4500, "orchid": 0xDA70D6, "palevioletred": 0xDB7093, "peru": 0xCD853F,
    "purple": 0x800080, "red": 0xFF0000, "rosybrown": 0xBC8F8F, "royalblue": 0x4169E1, "saddlebrown": 0x8B4513,
    "salmon": 0xFA8072, "sandybrown": 0xF4A460, "seagreen": 0x2E8B57, "sienna": 0xA0522D, "slateblue": 0x6A5ACD,
    "slategray": 0x708090, "steelblue": 0x4682B4, "teal": 0x008080, "tomato": 0xFF6347, "turquoise": 0x40E0D0,
    "violet": 0xEE82EE, "yellowgreen": 0x9ACD32,
}  # fmt: skip


@lru_cache(maxsize=256)
def css_name(colour: str) -> str:
    """The name whose colour is nearest to ``colour`` (``#rrggbb``); raises ValueError for another form."""
    wanted = int(colour.removeprefix("#"), 16)
    return min(_NAMES, key=lambda name: (_distance(_NAMES[name], wanted), name))


def _distance(one: int, other: int) -> int:
    red, green, blue = (((one >> shift) & 255) - ((other >> shift) & 255) for shift in (16, 8, 0))
    return 2 * red * red + 4 * green * green + 3 * blue * blue  # the eye sees green best
