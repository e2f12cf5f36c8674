"""What names of people and offices, and addresses, look like at the foot of a paper (ô 7, 13)."""

from __future__ import annotations

import re

from vanban.parts.lines import Line
from vanban.thethuc.writing import AUTHORITIES

_AUTHORITY = re.compile(
    rf"(?:{'|'.join(form.rstrip('.').lower() for form in AUTHORITIES)}|tu?q|t/m|k/t|t/l|t/u/q) ?[./]"
)
_OFFICES = (
    "chu tich", "pho", "giam doc", "hieu truong", "truong", "chanh", "bo truong", "thu truong", "tong", "cuc",
    "vu truong", "vien truong", "bi thu", "chu nhiem", "dai dien", "chu toa", "chu tri", "thu ky", "nguoi",
    "ke toan", "thu quy", "quyen", "ben", "xac nhan", "hoi dong", "can bo", "giao vien", "to truong",
    "don vi", "uy vien", "cong chuc", "van thu", "chi huy", "tm", "thu tuong", "dao truong", "doi truong",
    "tram truong", "thay mat", "lanh dao", "chu dau tu", "nha thau", "chu ho", "nguoi lap", "thanh vien",
    "ban", "uy ban", "ubnd", "phong", "so", "cong doan", "cong an", "chinh tri vien", "ong", "ba",
)  # fmt: skip
"""What the line above a signature begins with."""
_OFFICE = re.compile(rf"(?:{'|'.join(sorted(_OFFICES, key=len, reverse=True))})\b")
_SURNAMES = frozenset(
    " ".join((
        "a au bach ban be bien bo bui ca cam cao cham chau chu chuc cu dam dang danh dao deo diep dieu",
        "dinh do doan duong giang giap h ha hau he ho hoang hua huynh hy k kha khong khuc kieu kim kpa",
        "ksor la lai lam lan le lo lu luc luong luu ly ma mac mai mau mua nay nghiem ngo nguyen ninh nong",
        "ong pang pham phan phi pho phung quach quan quang rahlan rmah ro sa siu son su sung ta tang",
        "thach thai thao thi tieu to ton tong tran trang trieu trinh truong tu tuong u ung van vang vi",
        "vien vo vu vuong y",
    )).split()
)  # fmt: skip
"""Family names, without diacritics, for names typed in capitals."""
_DEGREES = re.compile(
    r"(?:(?:thượng|trung|đại|thiếu) (?:tá|úy|tướng)|(?:pgs|gs|ts|ths|bs|ks|cn|bsck[i1]+|nghệ sĩ|ngưt|ngnd|"
    r"ttưt|luật sư|ông|bà|đ/c|đồng chí|bác sĩ|tiến sĩ|thạc sĩ)(?:[.\s]|$)[.\s]*)\s*",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*[.'’]?")
_PLACEHOLDERS = ("ho va ten", "ho ten", "ten nguoi ky", "ho, ten")
_ADDRESS = re.compile(
    r"(?:dia chi|dien thoai|tru so|\bdt|e-?mail|\bfax|website|thu dien tu) ?[:.]|https?:|www\.|\w@\w"
)
_LEAST_WORDS, _MOST_WORDS = 2, 6
_LONGEST_OFFICE = 110


def is_authority(line: Line) -> bool:
    """Whether a line begins with TM., KT., TL., TUQ. or Q."""
    return bool(_AUTHORITY.match(line.plain)) and len(line.text) < _LONGEST_OFFICE


def is_office(line: Line) -> bool:
    """Whether a line begins as an office or a body does, and is no sentence."""
    return (
        bool(_OFFICE.match(line.plain))
        and len(line.text) < _LONGEST_OFFICE
        and not line.text.endswith((":", ".", ";", ","))
    )


def is_note(line: Line) -> bool:
    """Whether a line is a note such as "(Đã ký)" or "(Ký, ghi rõ họ tên)"."""
    return line.text.startswith(("(", "[")) or line.plain in ("da ky", "ky ten", "da ky va dong dau")


def is_address(plain: str) -> bool:
    """Whether a text, without diacritics, is the address of an office, its telephone or its site."""
    return bool(_ADDRESS.search(plain))


def is_name(line: Line) -> bool:
    """Whether a line is the name of a person, with a rank or degree before it perhaps."""
    if line.plain.startswith(_PLACEHOLDERS):
        return len(line.text) < 20
    words = _name_words(line)
    if words is None:
        return False
    return all(word[0].isupper() and not word[1:].rstrip(".'’").isupper() for word in words)


def is_name_in_capitals(line: Line) -> bool:
    """Whether a line in capitals begins with a family name and may be a name."""
    words = _name_words(line)
    return words is not None and line.upper and line.plain.split(" ")[0] in _SURNAMES


def _name_words(line: Line) -> list[str] | None:
    bare = line.text.strip()
    while match := _DEGREES.match(bare):
        bare = bare[match.end() :]
    words = bare.replace(" - ", "-").split()
    if not _LEAST_WORDS <= len(words) <= _MOST_WORDS:
        return None
    return words if all(_NAME_WORD.fullmatch(word) for word in words) else None
