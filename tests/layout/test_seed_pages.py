"""The articles of the five pages that the project starts from."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.layout import flow, split
from timeline.model import Article, Document
from timeline.read import read_path

SEEDS = Path(__file__).parents[2] / "seeds"


def read(number: str) -> tuple[Document, tuple[Article, ...]]:
    [path] = SEEDS.glob(f"{number}_*.txt")
    [document] = read_path(path)
    return document, split(document)


def holding(number: str, words: str) -> tuple[Article, str]:
    document, articles = read(number)
    [found] = [(a, flow(document, a).text) for a in articles if words in flow(document, a).text]
    return found


@pytest.mark.parametrize(
    ("number", "news", "weather", "captions"),
    [("000", 1, 0, 4), ("001", 1, 0, 1), ("002", 5, 1, 1), ("003", 3, 1, 1), ("004", 5, 0, 1)],
)
def test_articles(number: str, news: int, weather: int, captions: int) -> None:
    roles = [article.role for article in read(number)[1]]
    assert (roles.count("news"), roles.count("weather"), roles.count("caption")) == (news, weather, captions)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("002", "自成立以来，该小记者站非常活跃"),
        ("002", "“活动就在‘家门口’举行"),
        ("002", "聚焦市场主体需求，持续优化营商环境，以更高标准、更大力度"),
        ("002", "计划于2026年实现BCB系列材料"),
        ("002", "国际鞋业暨第九届国际体育产业博览会以“链通全球"),
        ("002", "要牢牢把握新时代党的建设总要求"),
        ("002", "活动时间：4 月 26 日（星期六）上午"),
        ("000", "从7天压缩至3个工作日"),
        ("001", "形成品牌引领、全链共赢的良好生态"),
        ("003", "10个海外服务中心，覆盖全球"),
        ("003", "田园邀月赏田园 状元故里博状元”2025"),
        ("000", "同时,该站创新“五站合一”模式,集政策宣传、审批受理"),
        ("004", "增设电梯可按梯号为单位进行表决,"),
        ("004", "施工图设计、审查、部门简化审批"),
    ],
)
def test_cut_paragraphs_are_joined(number: str, words: str) -> None:
    holding(number, words)


@pytest.mark.parametrize(
    "words",
    [
        "据向兴集团总裁办相关负责人洪秀黎介绍",
        "发扬晋江企业家大气包容、义字当先精神",
        "以5G专网为核心,贯穿多个生产环节",
        "鹏太机械等20多个智能装备、生命健康项目",
    ],
)
def test_columns_set_side_by_side_are_told_apart(words: str) -> None:
    holding("004", words)


@pytest.mark.parametrize(
    ("number", "words", "headline", "reporter"),
    [
        ("000", "截至2026年3月", "守监管初心 担发展使命 晋江市市场监管局践行“晋江经验”赋能高质量发展", "林小杰 秦越"),
        ("001", "今日，全国质量强县", "以质筑基 以链兴业 晋江探索质量赋能县域发展新路径", "林小杰 董严军"),
        ("002", "本周六，这场", "小记者亲子登高活动\n惊喜升级", "蔡红亮"),
        ("002", "明天多云转中雨", "闷热感依旧\n新一轮降水明日到来", "张茂霖"),
        ("002", "计划于2026年", "创新举措 聚合要素 造优生态\n\n晋江：全力当好产业“创新合伙人”", "柯国笠"),
        ("002", "深化《中国共产党纪律处分条例》学习", None, "李玲玲"),
        ("002", "常委会第151次（扩大）会议。", "十四届晋江市委常委会第151次（扩大）会议召开", "李玲玲"),
        ("002", "昨日下午", "晋江市政府党组理论学习中心组学习（扩大）会召开", "李玲玲"),
        ("003", "去年10月15日—16日", "奋勇争先 晋江作答", "施珊妹 蔡斯洵"),
        ("003", "发布晋江跨境电商产业地图", "晋江发布 跨境电商产业地图", "蔡明宣"),
        ("004", "2025年7月9日", "我市出台加装电梯新规\n\n增设电梯可按梯号为单位进行表决", "谢建 陈超"),
        ("004", "昨日,泉州市第十一批", "第十一批工作队抵达洛隆 泉州援藏开启新一轮工作", "许永华 郑银杰 黄荣清"),
    ],
)
def test_heads(number: str, words: str, headline: str | None, reporter: str) -> None:
    document, articles = read(number)
    [article] = [a for a in articles if words in flow(document, a).text]
    assert (article.headline and article.headline.of(document.text)) == headline
    assert article.reporter == reporter


def test_an_introduction_set_across_the_page_is_its_article_s() -> None:
    article, text = holding("002", "就在不久前举行的")
    assert article.reporter == "柯国笠"
    assert text.startswith("就在不久前举行的")
    assert "以自我革新破局" in text


def test_the_notice_box_belongs_to_the_walk_it_announces() -> None:
    article, text = holding("002", "本周六，这场")
    assert text.split("\n")[-4:] == [
        "活动时间：4 月 26 日（星期六）上午",
        "活动地点：紫帽镇紫帽山风景区（参与人员须自行前往）",
        "报名方式：小记者家庭及社会组分别扫描相应二维码进行报名。",
        "报名费用：小记者亲子家庭免费；社会组家庭 88元/组。",
    ]
    assert article.role == "news"


@pytest.mark.parametrize("number", ["002", "003"])
def test_slogans_and_honours_are_furniture(number: str) -> None:
    document, articles = read(number)
    [masthead] = [a for a in articles if "十大名栏目" in flow(document, a).text]
    assert masthead.role == "furniture"
    assert "奋勇争先" in flow(document, masthead).text
