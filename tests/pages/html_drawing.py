"""Draws stories as web pages, in the builds that newspapers, agencies and governments use."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from page_stories import Fixture, Story, cells, plain

_MENU = "".join(f'<a href="/{name}/">{name}</a>' for name in ("首页", "要闻", "时政", "民生", "专题", "视频"))
_OTHERS = (
    "明珠塔景区端午节期间免票",
    "城北菜场改造完成，180个摊位搬回",
    "今年首场招聘会下周三举行",
    "三条断头路年内打通",
)


def _paragraphs(story: Story, opening: str = "<p>", closing: str = "</p>") -> str:
    """A body as paragraphs, tables and lists."""
    made: list[str] = []
    rows: list[str] = []
    entries: list[str] = []
    for line in [*story.printed, ""]:
        if not line.startswith("| ") and rows:
            made.append(f"<table border='1'><tbody>{''.join(rows)}</tbody></table>")
            rows = []
        if not line.startswith("- ") and entries:
            made.append(f"<ul>{''.join(entries)}</ul>")
            entries = []
        if line.startswith("| "):
            rows.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells(line)) + "</tr>")
        elif line.startswith("- "):
            entries.append(f"<li>{escape(line[2:])}</li>")
        elif line.startswith("## "):
            made.append(f"{opening}<strong>{escape(line[3:])}</strong>{closing}")
        elif line:
            made.append(f"{opening}{escape(line)}{closing}")
    return "\n".join(made)


def _byline(story: Story, mark: str = "<p>", closing: str = "</p>") -> str:
    return f"{mark}{escape(story.byline)}{closing}" if story.byline else ""


def _page(fixture: Fixture, title: str, body: str, head: str = "") -> str:
    charset = fixture.settings.get("declared", fixture.encoding)
    return f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="{charset}"><title>{escape(title)}</title>{head}</head><body>{body}</body></html>'


def portal(fixture: Fixture) -> str:
    story, *captions = fixture.stories
    figures = "".join(
        f'<figure><img src="a.jpg"><figcaption>{escape(c.body[0])}{escape(c.byline)}</figcaption></figure>'
        for c in captions
    )
    related = "".join(f'<li><a href="/a/{n}.html">{line}</a></li>' for n, line in enumerate(_OTHERS))
    kicker = f'<p class="introtitle">{escape(story.kicker)}</p>' if story.kicker else ""
    subtitle = f'<p class="subtitle">{escape(story.subtitle)}</p>' if story.subtitle else ""
    return _page(
        fixture,
        f"{story.headline}_松陵新闻网",
        f"""<div class="top-nav">{_MENU}</div><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/ms/">民生</a> &gt; 正文</div>
<div class="main">{kicker}<h1 class="main-title">{escape(story.headline)}</h1>{subtitle}
<div class="info"><span class="time">2025-04-23 09:12</span> <span class="source">来源：松陵日报</span> <span>字号：大 中 小</span></div>
<div class="article-content">{_byline(story)}{_paragraphs(story)}{figures}<p class="editor">责任编辑：何一帆</p></div>
<div class="share">分享到： 微信 微博</div><div class="related"><h3>相关阅读</h3><ul>{related}</ul></div></div>
<div class="footer"><p>关于我们 | 联系我们 | 版权声明</p><p>Copyright © 2008-2025 松陵新闻网 版权所有 某ICP备00000000号-1</p></div>""",
        '<meta property="og:type" content="article"><meta name="publishdate" content="2025-04-23">',
    )


def founder(fixture: Fixture) -> str:
    story = fixture.stories[0]
    pages = "".join(
        f'<li><a href="node_{n}.htm">第A{n:02}版：{name}</a></li>'
        for n, name in enumerate(("要闻", "民生", "经济", "副刊"), 1)
    )
    body = "<br/>".join(
        "　　" + escape(plain(line)) for line in ([story.byline] if story.byline else []) + story.printed
    )
    return _page(
        fixture,
        story.headline,
        f"""<div class="newspaper-header">{escape(fixture.masthead)}</div><div class="nav"><a href="c2.htm">上一篇</a> <a href="c4.htm">下一篇</a></div>
<ul class="pages">{pages}</ul><founder-introtitle>{escape(story.kicker)}</founder-introtitle><founder-title>{escape(story.headline)}</founder-title>
<founder-subtitle>{escape(story.subtitle)}</founder-subtitle><founder-author></founder-author><founder-content>{body}</founder-content>
<div class="foot">本报所有文章未经授权不得转载 松陵日报社 ICP备00000000号</div>""",
    )


def enp(fixture: Fixture) -> str:
    story = fixture.stories[0]
    others = "".join(f'<tr><td><a href="content_{n}.htm">·{line}</a></td></tr>' for n, line in enumerate(_OTHERS))
    return _page(
        fixture,
        f"{story.headline} - 松陵日报数字报",
        f"""<!--enpproperty <date>2025-04-23 00:00:00.0</date><author>{story.reporter}</author><title>{escape(story.headline)}</title><subtitle>{escape(story.subtitle)}</subtitle><introtitle>{escape(story.kicker)}</introtitle> /enpproperty-->
<table width="100%"><tr><td>{escape(fixture.masthead)}</td><td>第A02版：要闻</td><td><a href="#">上一版</a> <a href="#">下一版</a></td></tr></table>
<table><tr><td width="200"><table>{others}</table></td><td><table><tr><td class="bt0">{escape(story.kicker)}</td></tr><tr><td class="bt1">{escape(story.headline)}</td></tr><tr><td class="bt2">{escape(story.subtitle)}</td></tr></table>
<div id="ozoom" style="zoom:100%"><!--enpcontent-->{_byline(story, "<P>　　", "</P>")}{_paragraphs(story, "<P>　　", "</P>")}<!--/enpcontent--></div>
<table><tr><td>上一篇</td><td>下一篇</td></tr></table></td></tr></table>""",
    )


def government(fixture: Fixture) -> str:
    story = fixture.stories[0]
    return _page(
        fixture,
        f"{story.headline}_梧川市人民政府",
        f"""<div class="header"><h2>梧川市人民政府门户网站</h2>{_MENU}</div>
<table class="xxgk"><tr><td>索 引 号：</td><td>WC0100-2025-00031</td><td>发布机构：</td><td>市政府办公室</td></tr><tr><td>文　　号：</td><td>梧政办〔2025〕9号</td><td>发布日期：</td><td>2025-04-23</td></tr></table>
<div class="title">{escape(story.headline)}</div><div class="xinxi">发布时间：2025-04-23 15:30　来源：市政府办公室　浏览次数：312</div>
<div class="TRS_Editor">{_byline(story)}{_paragraphs(story, '<p style="text-indent:2em">')}</div>
<div class="tools">【打印本页】 【关闭窗口】</div><div class="bottom">主办：梧川市人民政府办公室　网站标识码：0000000000　某公网安备 00000000000000号</div>""",
        '<meta name="ArticleTitle" content="'
        + escape(story.headline)
        + '"><meta name="PubDate" content="2025-04-23 15:30">',
    )


def wechat(fixture: Fixture) -> str:
    story = fixture.stories[0]
    body = "".join(
        f'<section style="margin:0"><section><p><span style="font-size:15px">{escape(plain(line))}</span></p></section></section><p><br></p>'
        for line in ([story.byline] if story.byline else []) + story.printed
    )
    return _page(
        fixture,
        "",
        f"""<div id="js_article"><div id="img-content"><h1 class="rich_media_title" id="activity-name">{escape(story.headline)}</h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">原创</span><a id="js_name">松陵发布</a><em id="publish_time">2025-04-23 18:05</em></div>
<div class="rich_media_content" id="js_content" style="visibility:hidden"><section><p>点击上方蓝字关注我们</p></section>{body}<p>来源：松陵晚报</p><p>编辑：何一帆</p><p>审核：周也</p></div></div>
<div class="rich_media_tool"><a>阅读原文</a><span>阅读 1024</span><span>点赞 36</span><span>在看 12</span></div></div><div>微信扫一扫关注该公众号</div>""",
        f'<meta property="og:title" content="{escape(story.headline)}"><meta property="og:type" content="article">',
    )


def listing(fixture: Fixture) -> str:
    boxes = "".join(
        f'<div class="news-box"><h3>{escape(s.headline)}</h3>{_byline(s)}{_paragraphs(s)}</div>'
        for s in fixture.stories
    )
    return _page(
        fixture,
        "今日要闻_松陵日报电子版",
        f'<div class="head">{_MENU}</div><div class="date">{escape(fixture.masthead)}</div><div id="content">{boxes}</div><div class="foot">松陵日报社 版权所有</div>',
    )


def comments(fixture: Fixture) -> str:
    story = fixture.stories[0]
    said = "".join(
        f'<div class="comment-item"><span class="user">网友{n}</span><p>{words}</p><a>回复</a></div>'
        for n, words in enumerate(("昨天路过看到了，人真多，排队排了半个钟头。", "5月3日带孩子去试试。", "支持！"), 1)
    )
    hot = "".join(
        f'<div class="hot"><h4>{line}</h4><p>4月20日，{line}，市民纷纷叫好，记者从现场了解到更多情况……</p></div>'
        for line in _OTHERS
    )
    return _page(
        fixture,
        f"{story.headline}-松陵社区",
        f"""<header><nav>{_MENU}</nav></header><main><article><h1>{escape(story.headline)}</h1><p class="meta">2025年04月23日 10:20　来源：松陵晚报</p>
<div class="article-body">{_byline(story)}{_paragraphs(story)}</div></article><section class="comments" id="comments"><h3>网友评论（3）</h3>{said}</section></main>
<aside class="sidebar"><h3>热门推荐</h3>{hot}</aside><footer>© 2025 松陵社区</footer>""",
    )


def font_tables(fixture: Fixture) -> str:
    story = fixture.stories[0]
    lines = "<BR><BR>".join(
        "&nbsp;&nbsp;&nbsp;&nbsp;" + escape(plain(line))
        for line in ([story.byline] if story.byline else []) + story.printed
    )
    menu = "".join(
        f"<TD><A HREF='{n}.htm'><FONT SIZE=2>{name}</FONT></A></TD>"
        for n, name in enumerate(("首页", "新闻", "论坛", "留言"))
    )
    subtitle = (
        f"<TR><TD ALIGN=CENTER CLASS=subtitle><FONT SIZE=3>{escape(story.subtitle)}</FONT></TD></TR>"
        if story.subtitle
        else ""
    )
    charset = fixture.settings.get("declared", fixture.encoding)
    return f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset={charset}"><TITLE>{escape(story.headline)}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>
<TABLE WIDTH=760 ALIGN=CENTER><TR>{menu}</TR></TABLE><TABLE WIDTH=760 ALIGN=CENTER BORDER=0><TR><TD ALIGN=CENTER><FONT SIZE=5 COLOR=#CC0000><B>{escape(story.headline)}</B></FONT></TD></TR>{subtitle}
<TR><TD ALIGN=CENTER><FONT SIZE=2>2025年4月23日 09:40  松陵日报</FONT></TD></TR><TR><TD><FONT SIZE=3>{lines}</FONT></TD></TR></TABLE>
<TABLE WIDTH=760 ALIGN=CENTER><TR><TD><FONT SIZE=2>版权所有：松陵日报社 建议使用1024×768分辨率浏览</FONT></TD></TR></TABLE></BODY></HTML>"""


def traditional(fixture: Fixture) -> str:
    story = fixture.stories[0]
    more = "".join(
        f"<li><a href='#'>{line}</a></li>" for line in ("南灣漁港週末市集登場", "快訊／台17線南下車道通行恢復")
    )
    return _page(
        fixture,
        f"{story.headline} | 南灣日報",
        f"""<nav><a>即時</a><a>地方</a><a>生活</a></nav><article class="story"><h1>{escape(story.headline)}</h1><time datetime="2025-04-23T08:00:00+08:00">2025-04-23 08:00</time>
<section class="story__content">{_byline(story)}{_paragraphs(story)}</section></article><div class="more"><h3>延伸閱讀</h3><ul>{more}</ul></div><footer>南灣日報 版權所有 © 2025 All Rights Reserved</footer>""",
    )


def mobile(fixture: Fixture) -> str:
    story = fixture.stories[0]
    return _page(
        fixture,
        story.headline,
        f"""<div class="m-topbar"><span>松陵Plus</span><a href="app://open">打开APP</a></div><div class="m-article"><div class="m-article__title">{escape(story.headline)}</div>
<div class="m-article__meta">松陵Plus · 04-23 07:58</div><div class="m-article__body">{_byline(story, "<div>", "</div>")}{_paragraphs(story, "<div class='para'>", "</div>")}</div>
<div class="m-expand">展开全文</div></div><div class="m-rec"><div>为你推荐</div><div>{_OTHERS[0]}</div><div>{_OTHERS[1]}</div></div><div class="m-bottom">打开APP，阅读体验更佳</div>""",
        '<meta name="viewport" content="width=device-width">',
    )


def detail(fixture: Fixture) -> str:
    """An e-paper's page under con/202506/18/content_1.html."""
    story = fixture.stories[0]
    titles = "".join(f'<li><a href="content_{n}.html">{line}</a></li>' for n, line in enumerate(_OTHERS))
    return _page(
        fixture,
        f"{story.headline}-青弋日报数字报",
        f"""<div class="head-box"><span class="date-box">{escape(fixture.masthead)}</span><span>第A03版：文化</span></div><div class="main-left"><h4>标题导航</h4><ul class="news-list">{titles}</ul></div>
<div class="detail-art"><h3 class="yinti">{escape(story.kicker)}</h3><h2 class="art-title">{escape(story.headline)}</h2><h3 class="futi">{escape(story.subtitle)}</h3><p class="date-from">2025-06-18 来源：青弋日报</p>
<div id="content" class="content">{_byline(story)}{_paragraphs(story)}</div><p class="page-turn"><a>上一篇</a> <a>下一篇</a></p></div><div class="bottom-box">版权所有 青弋日报社</div>""",
    )


def plain_divs(fixture: Fixture) -> str:
    """Paragraphs as bare divs under names that say nothing, between boxes of links."""
    story = fixture.stories[0]
    links = "".join(f"<div><a href='/{n}'>{line}</a></div>" for n, line in enumerate(_OTHERS))
    return _page(
        fixture,
        f"{story.headline} - 青弋网",
        f"""<div class="w1200"><div class="c1">{_MENU}</div><div class="c2"><div class="c21"><h1>{escape(story.headline)}</h1><div class="c211">2025年6月18日 08:11 | 青弋网</div>
<div class="c212">{_byline(story, "<div>", "</div>")}{_paragraphs(story, "<div>", "</div>")}</div></div><div class="c22">{links}</div></div><div class="c3">{links}<div>增值电信业务经营许可证 某B2-00000000</div></div></div>""",
    )


def bare(fixture: Fixture) -> str:
    """A page without any marks of a system: paragraphs only."""
    body = "".join(f"<p>{escape(head)}</p>" for head in fixture.stories[0].heads)
    return _page(
        fixture, fixture.stories[0].headline, body + _byline(fixture.stories[0]) + _paragraphs(fixture.stories[0])
    )


def school(fixture: Fixture) -> str:
    """A school's page: breaks in place of paragraphs, the date below the text, the neighbours' titles under it."""
    story = fixture.stories[0]
    body = "<br><br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + escape(plain(line)) for line in story.printed)
    return _page(
        fixture,
        f"{story.headline}-校园新闻-澄溪市第二中学",
        f"""<div id="top"><div class="logo">澄溪市第二中学</div>{_MENU}</div><div class="position">您的位置：<a>学校首页</a> >> <a>校园新闻</a> >> 浏览文章</div>
<table width="96%"><tr><td align="center"><b>{escape(story.headline)}</b></td></tr><tr><td align="center">作者：校团委　点击数：　更新时间：2025/9/13 10:22:07</td></tr>
<tr><td id="MyContent">{body}</td></tr><tr><td align="right">【收藏】【打印】【关闭】</td></tr></table>
<div class="prevnext"><li>上一篇：<a href="1.html">{_OTHERS[0]}</a></li><li>下一篇：<a href="2.html">{_OTHERS[1]}</a></li></div><div>版权所有 澄溪市第二中学 地址：学士路2号</div>""",
    )


def paged(fixture: Fixture) -> str:
    """The first part of a long story, with the numbers of its parts and what to read next."""
    story = fixture.stories[0]
    numbers = "".join(f'<a href="c_{n}.html">{n}</a>' for n in range(1, 4))
    return _page(
        fixture,
        f"{story.headline} - 澄溪在线",
        f"""<div class="site">{_MENU}</div><div class="wrap"><h1>{escape(story.headline)}</h1><div class="sub-info">2025年09月13日 07:05　来源：澄溪日报　<a>我有话说</a></div>
<div class="text">{_byline(story)}{_paragraphs(story)}</div><div class="pages">共3页：<a>上一页</a>{numbers}<a>下一页</a> <a>余下全文</a></div>
<div class="keys">关键词：<a>铁桥</a> <a>守护</a></div><div class="next">热点推荐：{"".join(f"<p><a>{line}</a></p>" for line in _OTHERS)}</div></div>""",
    )


def gallery(fixture: Fixture) -> str:
    """A story among pictures, each with its caption in a paragraph under it."""
    story, *captions = fixture.stories
    shown = [
        f'<p style="text-align:center"><img src="{n}.jpg"></p><p style="text-align:center">{escape(c.body[0])}{escape(c.byline)}</p>'
        for n, c in enumerate(captions)
    ]
    return _page(
        fixture,
        f"{story.headline}-澄溪网",
        f"""<div class="nav">{_MENU}</div><h1>{escape(story.headline)}</h1><h2 class="yinti">{escape(story.kicker)}</h2><div class="date">2025-09-13 08:40:11 来源：澄溪日报</div>
<div class="article_content">{shown[0]}{_paragraphs(story)}{"".join(shown[1:])}<p>（责编：谈小叶、靳川）</p></div><div class="footer">澄溪网 版权所有</div>""",
    )


DRAWN: dict[str, Callable[[Fixture], str]] = {
    f"html.{each.__name__}": each
    for each in (portal, founder, enp, government, wechat, listing, comments, font_tables, traditional, mobile, detail, plain_divs, bare, school, paged, gallery)
}  # fmt: skip
