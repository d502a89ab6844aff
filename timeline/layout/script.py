"""Traditional characters in the marks of a page, folded so that one set of marks reads both scripts.

>>> folded("本報訊（記者 葉知秋）")
'本报讯（记者 葉知秋）'

One character stands for one, so offsets stay what they are; names and all that is told stay as printed.
"""

from __future__ import annotations

from timeline import regex as re

_PAIRS = (
    "報报訊讯記记電电導导員员編编輯辑責责攝摄圖图論论評评聞闻網网臺台發发時时間间點点來来東东華华稱称專专線线話话問问聯联繫系費费參参動动營营業业務务處处單单號号樓楼準准舉举辦办協协獲获詢询響响範范圍围監监"
    "預预約约講讲園园團团隊队題题資资總总執执製制權权複复審审閱阅讀读藝艺術术訂订熱热視视頻频載载轉转續续錄录開开關关類类對对條条額额內内數数頁页場场歲岁氣气溫温風风雲云陣阵級级陰阴颱台據据週周農农曆历見见"
    "習习實实採采寫写駐驻繪绘筆笔"
    "會会學学館馆廳厅廠厂縣县區区鎮镇鄉乡國国眾众傳传檢检銀银醫医組组籌筹門门兒儿贊赞擊击覽览瀏浏訪访讚赞佈布簽签擬拟體体閉闭糾纠戶户廣广雜杂誌志書书項项領领進进創创認认證证禮礼後后於于嶺岭劃划紙纸歷历貼贴聲声"
)
_FOLDS = {ord(_PAIRS[at]): _PAIRS[at + 1] for at in range(0, len(_PAIRS), 2)}
#: So many different ones make a text traditional: a single one stands in names within simplified text too.
_MAKE_A_TEXT = 2
_TRADITIONAL = re.compile("[" + "".join(map(chr, _FOLDS)) + "]")


def folded(text: str) -> str:
    """``text`` with the traditional characters of marks as simplified ones; of the same length."""
    return text.translate(_FOLDS) if _TRADITIONAL.search(text) else text


def traditional(text: str) -> bool:
    """Whether a text is printed in traditional characters, judged by those of the marks.

    >>> traditional("圖書館週末講堂"), traditional("图书馆周末讲堂")
    (True, False)
    """
    return len(set(_TRADITIONAL.findall(text))) >= _MAKE_A_TEXT
