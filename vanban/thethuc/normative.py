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

ISSUERS: dict[str, tuple[str, ...]] = {
    "NĐ-CP": ("Chính phủ",),
    "NQ-CP": ("Chính phủ",),
    "QĐ-TTg": ("Thủ tướng Chính phủ",),
    "CT-TTg": ("Thủ tướng Chính phủ",),
    "CĐ-TTg": ("Thủ tướng Chính phủ",),
    "TT-BGDĐT": ("Bộ trưởng Bộ Giáo dục và Đào tạo", "Bộ Giáo dục và Đào tạo", "Bộ GDĐT", "Bộ GD&ĐT"),
    "TT-BNV": ("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ"),
    "TT-BTC": ("Bộ trưởng Bộ Tài chính", "Bộ Tài chính"),
    "TT-BYT": ("Bộ trưởng Bộ Y tế", "Bộ Y tế"),
    "TT-BTP": ("Bộ trưởng Bộ Tư pháp", "Bộ Tư pháp"),
    "TT-BCA": ("Bộ trưởng Bộ Công an", "Bộ Công an"),
    "TT-BQP": ("Bộ trưởng Bộ Quốc phòng", "Bộ Quốc phòng"),
}
"""Whose document it is, by the symbol."""

KNOWN_ISSUERS = (
    *(
        "Chính phủ",
        "Thủ tướng",
        "Quốc hội",
        "Ủy ban Thường vụ Quốc hội",
        "Chủ tịch nước",
        "Bộ",
        "Ủy ban nhân dân",
    ),
    *("UBND", "Hội đồng nhân dân", "HĐND", "Chủ tịch Ủy ban nhân dân", "Chủ tịch UBND", "Sở"),
)
"""How the name of an issuer may begin, so that a contradiction is told from other words."""

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
