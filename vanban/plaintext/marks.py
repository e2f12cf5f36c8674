"""How rows begin and end: the marks of levels, words that begin something new, the ends of sentences."""

from __future__ import annotations

import re

_NUMERAL = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_MARK = re.compile(
    rf"(?:"
    rf"(?P<dash>[-–—+*•●▪■□◦·\uf02d\uf0b7\uf0a7\uf0d8\uf0fc\uf076])(?:\s+|(?=[^\W\d_]))"
    rf"|(?P<figure>\d{{1,3}}(?:\.\d{{1,2}}){{0,3}})(?:[.)/](?:\s+|(?=[^\W\d_])|$)|:\s+|-\s+(?=[A-ZĐ]))"
    rf"|(?P<path>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\s+(?=[^\W\d_])"
    rf"|(?P<letter>[a-zđ])(?:\)|[./](?=\s))\s*"
    rf"|(?P<numeral>{_NUMERAL})[./)](?:\s+|(?=[^\W\d_]{{2}})|$)"
    rf"|(?P<article>(?:Điều|ĐIỀU)\s+\d{{1,3}}[a-zđ]?(?:[.:]|$))\s*"
    rf"|(?P<level>(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC|Phụ lục|PHỤ LỤC)"
    rf"(?:\s+(?:{_NUMERAL}|\d{{1,3}}|thứ \w+|THỨ \w+)(?:[.:](?:\s+|$)|$)|$))"
    rf")"
)
"""Wider than the grammar of source texts: what people type. Followed by the white space behind it."""
_CITES = re.compile(
    r"\b(?:khoản|điểm|điều|mục|số|tháng|năm|ngày|tại|chương|phần|bảng|biểu|quý|và|hoặc|đến|từ|lục|thứ)$",
    re.IGNORECASE,
)
"""Words that a sentence does not end with, and that figures and letters follow."""
_BASE = re.compile(r"(?:Căn cứ|Theo đề nghị của|Xét đề nghị của)\b")
_ANEW = re.compile(
    r"(?:Kính gửi|Nơi nhận|V/v|Số ?: ?[\d.…/ ]|QUYẾT ĐỊNH ?:|\((?:K|Ban hành k)èm theo"
    r"|(?:TM|KT|TL|TUQ|Q)\. ?[A-ZĐ]{2}|Lưu ?:|Điện thoại ?:)"
)
_FIRST_WORD = re.compile(
    r"(?:Trong|Trên|Khi|Để|Các|Những|Theo|Nhằm|Đối với|Ngoài|Sau|Trước|Tại|Nếu|Do|Vì|Từ|Qua|Đồng thời"
    r"|Bên cạnh|Hiện nay|Hằng năm|Hàng năm|Tiếp tục|Thực hiện|Tăng cường|Đẩy mạnh|Phối hợp|Chủ trì|Tham mưu"
    r"|Chủ động|Yêu cầu|Đề nghị|Giao|Trân trọng|Riêng|Mỗi|Mọi|Một số|Có|Không|Được|Cần|Phải)\b"
)
"""Words that no name begins with, so that a sentence begins where they are written with a capital."""
_SUBJECT = re.compile(r"(?:V/v|Về việc)\b", re.IGNORECASE)
_DATE = re.compile(r"[^\s,]+(?: [^\s,]+){0,7} ?, *ngày[\s\d.…_]*tháng[\s\d.…_]*năm[\s\d.…_]*", re.IGNORECASE)
_END = re.compile(r"(?:[.;:!?…]|\./\.)[”\"’')\]]*$")
_SHORT = re.compile(r"(?:^|[\s(])(?:TP|Tp|TX|TT|Tx|Q|P|ThS|TS|PGS|GS|BS|CN|KS|TM|KT|TL|TUQ|St)\.$")
"""A point that ends no sentence."""
_HALVES = re.compile(
    r"(?:Văn hóa\n[-–] Xã hội|(?:[Cc]hính trị|[Kk]inh tế)\n[-–] [Xx]ã hội|Thi đua\n[-–] Khen thưởng"
    r"|Lao động\n[-–] Thương binh|Tài chính\n[-–] Kế hoạch|Kinh tế\n[-–] (?:Hạ tầng|Kỹ thuật))\b"
)
"""Names of offices with a dash inside, broken before it."""
_OPENING = "“\"‘'([«"
_HOLDS_ON = re.compile(r"[,;:)\]%”’]|\.\.\.|…")
"""What no sentence begins with."""


def begins(words: str) -> int:
    """How many letters the mark at the beginning of a row takes, with the white space behind it; 0: none."""
    found = _MARK.match(words)
    return found.end() if found else 0


def is_named_level(words: str) -> bool:
    """Whether words begin with the name of a level that stands on a row of its own: "Chương I", "Phụ lục"."""
    found = _MARK.match(words)
    return bool(found and found.lastgroup == "level")


def is_anew(words: str) -> bool:
    """Whether words begin a paragraph wherever they stand: "Căn cứ …", "Kính gửi", a place and a date."""
    return bool(_ANEW.match(words)) or is_base(words) or bool(_DATE.fullmatch(words))


def is_base(words: str) -> bool:
    """Whether words begin a legal basis."""
    return bool(_BASE.match(words))


def is_subject(words: str) -> bool:
    """Whether words begin the subject of a paper."""
    return bool(_SUBJECT.match(words))


def is_first_word(words: str) -> bool:
    """Whether words begin a sentence, for names do not begin like that."""
    return bool(_FIRST_WORD.match(words))


def is_ended(words: str) -> bool:
    """Whether a sentence, or an entry of a list, ends with these words."""
    return bool(_END.search(words)) and not _SHORT.search(words)


def is_amid(words: str) -> bool:
    """Whether these words can only stand amid a sentence: they begin with a small letter, a comma."""
    first = words.lstrip(_OPENING)[:1]
    return (first.islower() and "@" not in words.split(maxsplit=1)[0]) or bool(_HOLDS_ON.match(words))


def is_mark_amid(above: str, words: str) -> bool:
    """Whether what looks like a mark is a figure or letter that the row above asks for: "khoản / 1. …"."""
    found = _MARK.match(words)
    return bool(found and found.lastgroup != "dash" and _CITES.search(above))


def is_name_with_dash(above: str, words: str) -> bool:
    """Whether a row ends and the next begins amid a name with a dash: "Phòng Văn hóa / - Xã hội"."""
    return bool(_HALVES.search(f"{above[-20:]}\n{words[:20]}"))


def is_dash(words: str) -> bool:
    """Whether words begin with a dash that may part two words: "Văn hóa / - Xã hội"."""
    return words.startswith(("- ", "– "))
