"""What kind of file some bytes are: by their own marks first, then by what the server or the name says.

>>> media_type(b"%PDF-1.7", "scan.txt"), media_type("新桥".encode(), "a.md")
('application/pdf', 'text/markdown')
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

PDF, HTML, TEXT, MARKDOWN = "application/pdf", "text/html", "text/plain", "text/markdown"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FEED, ZIP, TAR, BINARY = "application/rss+xml", "application/zip", "application/x-tar", "application/octet-stream"
_TEXTS = (".txt", ".text", ".log", ".csv", ".tex")
_BY_NAME = {".htm": HTML, ".html": HTML, ".xhtml": HTML, ".shtml": HTML, ".md": MARKDOWN, ".markdown": MARKDOWN}
#: What is no text is what its name says, damaged or not; text under such a name is refused (``belied``).
_PACKED = {".docx": DOCX, ".pdf": PDF, ".zip": ZIP, ".tar": TAR, ".tgz": TAR, ".gz": TAR}
_CALLED = {PDF: "PDF", DOCX: "Word document", ZIP: "archive", TAR: "archive"}
_BINARY = re.compile(rb"[\x01-\x08\x0e-\x1a]")
_OPENING = rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
_HTML = re.compile(_OPENING + rb"<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I | re.S)
#: What a page saved in part begins with (WHATWG MIME Sniffing 7.1, and what stands in news); Markdown may as well.
_HTML_PART = re.compile(
    _OPENING + rb"<(?:script|iframe|h[1-6]|div|font|table|a|style|b|br|p|article|section|main|span|ul|ol|img)[\s>/]",
    re.I | re.S,
)
_FEED = re.compile(rb"<(?:rss|rdf:rdf|feed)\b", re.I)
_FEED_HEAD = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<\?[^>]{0,300}\?>\s*|<!--.{0,2000}?-->\s*)*<(?:rss|rdf:rdf|feed)\b",
    re.I | re.S,
)
_MARKS = (
    (b"%PDF-", PDF), (b"\x1f\x8b", TAR), (b"BZh", TAR), (b"\xfd7zXZ\x00", TAR),
    (b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"), (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!", "application/vnd.rar"), (b"\xd0\xcf\x11\xe0", "application/msword"), (b"\x7fELF", BINARY), (b"MZ\x90", BINARY),
)  # fmt: skip
#: Kinds that are recognized and not read, with what to do about them.
UNREAD = {
    "image/png": ("a picture", "run it through a text recognizer first"),
    "image/jpeg": ("a picture", "run it through a text recognizer first"),
    "image/gif": ("a picture", "run it through a text recognizer first"),
    "application/msword": ("an old Word, Excel or PowerPoint file", "save it as DOCX"),
    "application/vnd.rar": ("a RAR archive", "pack it as ZIP"),
    "application/x-7z-compressed": ("a 7z archive", "pack it as ZIP"),
    BINARY: ("a program", "name a page"),
}


def media_type(raw: bytes, name: str, served: str = "") -> str:
    """The media type of ``raw``."""
    head = raw[:4096]
    for mark, kind in _MARKS:
        if head.startswith(mark):
            return kind
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _packed(raw, name)
    if head.startswith(b"PK") and _BINARY.search(head):
        return ZIP
    if head[257:262] == b"ustar":
        return TAR
    if b"%PDF-" in head[:1024] and (name.lower().endswith(".pdf") or served.startswith(PDF)):
        return PDF
    bare = _narrow(head)
    if _FEED_HEAD.match(bare) or ("xml" in served and _FEED.search(bare)):
        return FEED
    if _HTML.match(bare) or served.startswith((HTML, "application/xhtml")):
        return HTML
    dot = name.rfind(".")
    if _BINARY.search(head) and (packed := _PACKED.get(name[dot:].lower())):
        return packed
    named = _BY_NAME.get(name[dot:].lower(), "") if dot >= 0 and not served.startswith(TEXT) else ""
    if not named and not served and name[dot:].lower() not in _TEXTS and _HTML_PART.match(bare):
        return HTML
    return named or TEXT


def belied(kind: str, name: str, served: str = "") -> tuple[str, str] | None:
    """What is wrong, and what to do, where a file of text or a web page passes for a document or an archive.

    A download that failed looks like this (the server's own error page under the page's name), and so does a page whose
    name was mistyped: read as it stands, either would be in the store as if all was well. What a server says counts for
    more than the name in an address.

    >>> belied(HTML, "A3.pdf")
    ('called a PDF, but it is a web page', 'download it again, or name it .html if that is the page')
    """
    asked = (PDF if served.startswith(PDF) else "") if served else _PACKED.get(name[name.rfind(".") :].lower(), "")
    if not asked or kind not in (TEXT, HTML, FEED):
        return None
    found, suffix = {TEXT: ("text", ".txt"), HTML: ("a web page", ".html"), FEED: ("a feed", ".xml")}[kind]
    article = "an" if _CALLED[asked] == "archive" else "a"
    return (
        f"called {article} {_CALLED[asked]}, but it is {found}",
        f"download it again, or name it {suffix} if that is the page",
    )


def _narrow(head: bytes) -> bytes:
    """A beginning without byte order mark, and of UTF-16 or UTF-32 the bytes that ASCII has too."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or 0 in head[:2]:
        head = head.replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _packed(raw: bytes, name: str) -> str:
    """What a ZIP is: a DOCX, or an archive; a damaged one is what its name says."""
    from timeline.read.archives import MAX_MEMBERS, entries_in_zip

    if entries_in_zip(raw) > MAX_MEMBERS:
        return ZIP
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            return DOCX if "word/document.xml" in packed.NameToInfo else ZIP
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return DOCX if name.lower().endswith(".docx") else ZIP
