"""TT-22, first part: spaces and punctuation in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vanban.check.model import Case, Example, Hit, Reword
from vanban.check.prose import FIXED, Passage, passages
from vanban.check.register import rule
from vanban.language import N_
from vanban.tiengviet.tones import CAPITAL, LETTERS, SMALL

_CLAUSE = "Cách viết văn bản tiếng Việt"
"""The decree leaves spaces and punctuation to usage."""

_SET_BY_HAND = FIXED | {"dia_danh", "quyen_han", "chuc_vu_khac", "co_quan", "co_quan_chu_quan", "dia_chi"}
"""Components where spaces may be what sets the line in its place."""

_WORDS = f"{LETTERS}\u0300-\u036f"
"""Letters, and the marks of those that are not composed."""

_SPACE = re.compile(r"\s")

Change = tuple[int, int, str]
"""Letters of a passage, and what they become."""


def _mended(passage: Passage, changes: Iterable[Change]) -> Iterator[Hit]:
    """One hit on a passage for all its changes, at the words around the first one."""
    made = list(changes)
    if not made:
        return
    base = passage.part.start
    repairs = (Reword(base + start, base + end, text) for start, end, text in made)
    first, last, _text = made[0]
    start, end = _words_around(passage.text, first, last)
    yield passage.hit(start, end, *repairs, found=passage.text[start:end].strip(), count=len(made))


def _words_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The word before ``start`` and the word after ``end`` with what is between them."""
    before = len(text[:start].rstrip())
    after = end + len(text[end:]) - len(text[end:].lstrip())
    last = _SPACE.search(text, after)
    return (
        max(text.rfind(space, 0, before) for space in " \xa0\t\n") + 1,
        last.start() if last else len(text),
    )


_PEN = re.compile(r"(?:\b(?:ngày|tháng|năm|số|giờ)|\.\.|[/:_]|…\d?|^[-+•–*])\s*$", re.IGNORECASE)
"""After these a gap may be left for the pen, or for the text to stand in line."""
_SPACES = re.compile(r"(?<=[^\s|_…(\[“])[ \xa0]{2,}(?=[^\s|_….,;:!?)\]”%])")
_MOST_TYPED = 3
"""More spaces in a row are there to set words in their place."""
_LONGEST_SIGN = 10
"""Letters before a gap that tell what it is for."""


def _for_the_pen(text: str, at: int) -> bool:
    return bool(_PEN.search(text[max(at - _LONGEST_SIGN, 0) : at]))


@rule(
    "TT-2201",
    N_("Thừa dấu cách giữa các từ"),
    clause=_CLAUSE,
    message=N_("Có hai dấu cách liền nhau ở «{found}» ({count} chỗ trong đoạn)."),
    remedy=N_("Chỉ để một dấu cách giữa hai từ."),
    bad=Example("doan", "Nhà trường xây dựng  kế hoạch và tổ chức thực hiện."),
    good=Example("doan", "Nhà trường xây dựng kế hoạch và tổ chức thực hiện."),
    severity="warning",
    needs="docx",
    fixable=True,
)
def double_spaces(case: Case) -> Iterator[Hit]:
    """Two or three spaces where one belongs."""
    for passage in passages(case, besides=_SET_BY_HAND):
        text = passage.text
        yield from _mended(
            passage,
            (
                (found.start() + 1, found.end(), "")
                if text[found.start()] == " "
                else (found.start(), found.end(), " ")
                for found in _SPACES.finditer(text)
                if len(found[0]) <= _MOST_TYPED and " " in found[0] and not _for_the_pen(text, found.start())
            ),
        )


_SPACE_BEFORE = re.compile(
    rf"(?<=[{_WORDS}\d)”%])[ \xa0]{{1,3}}(?!: \d)"
    rf"(?:(?P<joined>[,;:])(?=[{_WORDS}]{{2}})|(?=[,;:!?](?![\w)])|\.(?:[ \xa0]|$)))"
)


@rule(
    "TT-2202",
    N_("Thừa dấu cách trước dấu câu"),
    clause=_CLAUSE,
    message=N_("Có dấu cách trước dấu câu ở «{found}» ({count} chỗ trong đoạn)."),
    remedy=N_("Viết dấu câu liền sau từ đứng trước nó."),
    bad=Example("doan", "Nhà trường phối hợp với gia đình , cộng đồng để tổ chức thực hiện."),
    good=Example("doan", "Nhà trường phối hợp với gia đình, cộng đồng để tổ chức thực hiện."),
    severity="warning",
    needs="docx",
    fixable=True,
)
def space_before(case: Case) -> Iterator[Hit]:
    """A space before ``, . ; : ! ?``."""
    for passage in passages(case, besides=_SET_BY_HAND):
        yield from _mended(
            passage,
            (
                (*found.span(), f"{found['joined']} " if found["joined"] else "")
                for found in _SPACE_BEFORE.finditer(passage.text)
            ),
        )


_NO_SPACE_AFTER = re.compile(
    rf"(?<![{_WORDS}.@/])(?P<word>[{_WORDS}]{{2,}})(?:[,;:](?=[{_WORDS}]{{2}})|\.(?=[{CAPITAL}][{SMALL}]))"
    rf"|(?:(?<!\d)\d{{4}}|\))[,;](?=[{_WORDS}]{{2}})"
)
_CHUNK = re.compile(r"\S*")
_ADDRESS = re.compile(r"@|//|www|\.(?:vn|com|net|org)\b", re.IGNORECASE)
_BEFORE_STOP = frozenset(
    ("tp", "tx", "ths", "bs", "gs", "ts", "pgs", "dr", "mr", "mrs", "ms", "st", "no", "tr", "vd", "kt", "tl")
)


@rule(
    "TT-2203",
    N_("Thiếu dấu cách sau dấu câu"),
    clause=_CLAUSE,
    message=N_("Thiếu dấu cách sau dấu câu ở «{found}» ({count} chỗ trong đoạn)."),
    remedy=N_("Thêm một dấu cách sau dấu câu."),
    bad=Example("doan", "Nhà trường phối hợp với gia đình,cộng đồng để tổ chức thực hiện."),
    good=Example("doan", "Hộp thư: vanthu@example.vn; trang tin: www.example.vn; lúc 14:30; 1,5 điểm."),
    severity="warning",
    fixable=True,
)
def space_after(case: Case) -> Iterator[Hit]:
    """No space after ``, ; : .`` between words; numbers, times and addresses are let be."""
    for passage in passages(case):
        text = passage.text
        yield from _mended(passage, ((at, at + 1, f"{text[at]} ") for at in _joined(text)))


def _joined(text: str) -> Iterator[int]:
    """The marks after which a space is lacking."""
    for found in _NO_SPACE_AFTER.finditer(text):
        word = found["word"]
        start = text.rfind(" ", 0, found.start()) + 1
        chunk = _CHUNK.match(text, start)
        if chunk and _ADDRESS.search(chunk[0]):
            continue
        if text[found.end() - 1] == "." and (word.lower() in _BEFORE_STOP or not word[1:].islower()):
            continue
        yield found.end() - 1


_INSIDE = re.compile(rf"(?<=[(\[“]) +(?=[{_WORDS}\d])|(?<=[{_WORDS}\d]) +(?=[)\]”](?!\w))")


@rule(
    "TT-2204",
    N_("Thừa dấu cách bên trong ngoặc"),
    clause=_CLAUSE,
    message=N_("Có dấu cách sát bên trong dấu ngoặc ở «{found}» ({count} chỗ trong đoạn)."),
    remedy=N_("Viết dấu ngoặc liền với từ bên trong."),
    bad=Example("doan", "Nhà trường thông báo đến các tổ ( qua sổ liên lạc điện tử) để thực hiện."),
    good=Example("doan", "Nhà trường thông báo đến các tổ (qua sổ liên lạc điện tử) để thực hiện."),
    severity="warning",
    needs="docx",
    fixable=True,
)
def space_inside(case: Case) -> Iterator[Hit]:
    """``( như sau )``, ``“ như sau ”``."""
    for passage in passages(case, besides=_SET_BY_HAND):
        yield from _mended(
            passage, ((found.start(), found.end(), "") for found in _INSIDE.finditer(passage.text))
        )


_TWICE = re.compile(r"(?<=[\w)”%\u0300-\u036f])[ \xa0]*([,;:])(?P<again>\1+)(?=[ \xa0]|$)")
_CLASH = re.compile(
    rf"(?:(?<=[{SMALL})])(?:, ?[;.:]|; ?[,.:]|: ?[,.;])|(?<=[{SMALL}]{{3}})\.[;:])(?=[ \xa0]|$)"
)
_TWO_STOPS = re.compile(rf"(?<=[{SMALL})\d])\.\.(?=[ \xa0]|$)")


@rule(
    "TT-2213",
    N_("Dấu câu lặp hoặc chồng nhau"),
    clause=_CLAUSE,
    message=N_("Dấu câu lặp hoặc chồng nhau ở «{found}»."),
    remedy=N_("Chỉ để lại một dấu câu."),
    bad=Example("doan", "Nhà trường phối hợp với gia đình,, cộng đồng để tổ chức thực hiện."),
    good=Example("doan", "Nhà trường mua sách, truyện, báo, v.v.; phối hợp với gia đình..."),
    severity="warning",
    fixable=True,
)
def doubled_marks(case: Case) -> Iterator[Hit]:
    """``,,``, ``;.``, ``..``; a mark that is only typed twice can be mended."""
    for passage in passages(case, besides=_SET_BY_HAND):
        for found in _TWICE.finditer(passage.text):
            yield from _mended(passage, [(*found.span("again"), "")])
        for pattern in (_CLASH, _TWO_STOPS):
            for found in pattern.finditer(passage.text):
                if _for_the_pen(passage.text, found.start()):
                    continue
                start, end = _words_around(passage.text, *found.span())
                yield passage.hit(start, end, found=passage.text[start:end].strip())


_PAIRS = (
    *("Độc lập-Tự do", "Tự do-Hạnh phúc", "kinh tế-xã hội", "văn hóa-xã hội", "thi đua-khen thưởng"),
    *("quốc phòng-an ninh", "tổ chức-hành chính", "hành chính-tổ chức", "khoa học-kỹ thuật"),
    *("chính trị-xã hội", "văn hoá-xã hội", "văn hóa-thể thao", "kế hoạch-tài chính", "tài chính-kế hoạch"),
)
_NARROW = re.compile("|".join(_PAIRS), re.IGNORECASE)


@rule(
    "TT-2215",
    N_("Gạch nối thiếu dấu cách hai bên"),
    clause=_CLAUSE,
    message=N_("Dấu gạch nối giữa hai cụm từ thiếu dấu cách ở «{found}» ({count} chỗ trong đoạn)."),
    remedy=N_("Để một dấu cách ở mỗi bên dấu gạch nối."),
    bad=Example("doan", "Nhà trường gắn việc học với đời sống kinh tế-xã hội của địa phương."),
    good=Example("doan", "Nhà trường gắn việc học với đời sống kinh tế - xã hội của địa phương."),
    severity="note",
    fixable=True,
)
def narrow_hyphens(case: Case) -> Iterator[Hit]:
    """``kinh tế-xã hội``."""
    for passage in passages(case):
        yield from _mended(
            passage,
            (
                (dash, dash + 1, " - ")
                for found in _NARROW.finditer(passage.text)
                for dash in [found.start() + found[0].index("-")]
            ),
        )


_TWICE_SAID = (
    *("của", "các", "và", "được", "cho", "với", "trong", "theo", "tại", "những", "do", "sẽ", "đã"),
    *("để", "hoặc", "khi", "này", "về", "thuộc", "thực hiện", "học sinh", "giáo viên", "nhà trường"),
    *("kế hoạch", "phối hợp", "tuyên truyền", "Ban", "Kế hoạch", "Sở", "Nghị định", "Quyết định"),
)
"""Words that nobody says twice in a row; a list, for Vietnamese doubles many others on purpose."""
_REPEATED = re.compile(rf"(?<![\w-])({'|'.join(_TWICE_SAID)})[ \xa0\n]+\1(?![\w-])")


@rule(
    "TT-2217",
    N_("Từ bị lặp"),
    clause=_CLAUSE,
    message=N_("Từ «{word}» viết hai lần liền nhau."),
    remedy=N_("Bỏ một từ nếu viết thừa."),
    bad=Example("doan", "Nhà trường phân công giáo viên phụ trách các các nội dung nêu trên."),
    good=Example("doan", "Nhà trường luôn luôn phân công giáo viên phụ trách các nội dung nêu trên."),
    severity="warning",
)
def repeated_words(case: Case) -> Iterator[Hit]:
    """«của của»."""
    for passage in passages(case):
        for found in _REPEATED.finditer(passage.text):
            yield passage.hit(*found.span(), word=found[1])
