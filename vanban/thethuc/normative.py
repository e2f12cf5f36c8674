"""How the documents that papers cite are numbered and who issues them."""

from __future__ import annotations

from vanban.thethuc.kinds import KINDS

CODES: dict[str, tuple[str, ...]] = {
    **{kind.name: (kind.abbreviation,) for kind in KINDS.values() if kind.abbreviation},
    "Nghị quyết": ("NQ", "NQLT"),
    "Quy định": ("QyĐ", "QĐ"),
    "Chương trình": ("CTr", "CT"),
    "Tờ trình": ("TTr", "TT"),
    "Nghị định": ("NĐ",),
    "Thông tư": ("TT", "TTLT"),
    "Thông tư liên tịch": ("TTLT", "TT"),
}
"""The abbreviations that the symbol of each kind begins with; Party bodies have QĐ for quy định too."""

PLAIN_CODES = frozenset(("NĐ", "QĐ", "NQ", "KH", "BC", "TTr", "TTLT", "CTr", "TT"))
"""Those that mean a kind and nothing else when they begin a symbol; TC, CT, PC may be a body's name."""

PARTS_OF_SYMBOLS = (
    *("NĐ", "QĐ", "TTr", "CTr", "QyĐ", "TTLT", "CP", "TTg", "UBND", "HĐND", "UBTVQH", "VPCP", "MTTQ"),
    *("BGDĐT", "BNV", "BTC", "BTTTT", "BKHCN", "BVHTTDL", "BLĐTBXH", "SGDĐT", "GDĐT", "PGDĐT"),
)
"""Groups of letters as symbols spell them, to know a slip of capitals or of Đ by."""

_MINISTRIES = {
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BNV": "Bộ Nội vụ",
    "BTC": "Bộ Tài chính",
    "BYT": "Bộ Y tế",
    "BTP": "Bộ Tư pháp",
    "BCA": "Bộ Công an",
    "BQP": "Bộ Quốc phòng",
}

ISSUERS: dict[str, tuple[str, ...]] = {
    "NĐ-CP": ("Chính phủ",),
    "NQ-CP": ("Chính phủ",),
    **{f"{code}-TTg": ("Thủ tướng Chính phủ", "Thủ tướng") for code in ("QĐ", "CT", "CĐ")},
    **{f"TT-{code}": (f"Bộ trưởng {name}", name) for code, name in _MINISTRIES.items()},
}
"""Whose document it is, by the symbol."""

KNOWN_ISSUERS = (
    *("Chính phủ", "Thủ tướng", "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Chủ tịch nước", "Ủy ban nhân dân"),
    *("UBND", "Hội đồng nhân dân", "HĐND", "Chủ tịch Ủy ban nhân dân", "Chủ tịch UBND", "Sở"),
    *(name for names in ISSUERS.values() for name in names),
)
"""How another issuer's name begins; other names may be ways of writing the right one."""

ASSEMBLIES: dict[int, tuple[int, int]] = {
    9: (1992, 1997),
    10: (1997, 2002),
    11: (2002, 2007),
    12: (2007, 2011),
    13: (2011, 2016),
    14: (2016, 2021),
    15: (2021, 2026),
    16: (2026, 2031),
}
"""First and last year of each term of the National Assembly."""

FIRST_YEAR = 1945
"""Before it there is no document of this state."""

NUMBERED_BY_YEAR = ("Nghị định", "Thông tư", "Thông tư liên tịch")
"""Kinds that are always normative, so that the year is part of the number."""
