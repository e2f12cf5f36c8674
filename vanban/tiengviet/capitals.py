"""Names of offices as annex II writes them: ``ỦY BAN NHÂN DÂN XÃ X`` → ``Ủy ban nhân dân xã X``."""

from __future__ import annotations

_PHRASES = (
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "Hội đồng nhân dân",
    "Ủy ban Mặt trận Tổ quốc Việt Nam",
    "Văn phòng",
    "Phòng Văn hóa - Xã hội",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Phòng Kinh tế",
    "Trung tâm Phục vụ hành chính công",
    "Sở Giáo dục và Đào tạo",
    "Bộ Giáo dục và Đào tạo",
    "Trường Mầm non",
    "Trường Tiểu học",
    "Trường Trung học cơ sở",
    "Trường Trung học phổ thông",
    "Hội đồng Thi đua - Khen thưởng",
    "Hội đồng",
    "Ban Chỉ đạo",
    "Ban Thường trực",
    "Chủ tịch",
    "Hiệu trưởng",
    "Giám đốc",
    "Trưởng phòng",
    "tỉnh",
    "thành phố",
    "xã",
    "phường",
    "đặc khu",
    "và",
    "về",
    "của",
    "UBND",
    "HĐND",
    "MTTQ",
    "THCS",
    "THPT",
)
"""Words whose capitals annex II fixes (III.1.a, IV.1.a, V.3); longer ones stand before their beginnings."""

_BY_CAPITALS = {tuple(phrase.upper().split()): phrase for phrase in _PHRASES}
_LONGEST = max(len(words) for words in _BY_CAPITALS)


def sentence_case(name: str) -> str:
    """Write an office's name as it stands in a sentence.

    A name that is not all capitals is taken as its author wrote it. Words outside the table are names, and
    every syllable of a name takes a capital (annex II, II.1, III.1). The first letter is always a capital.
    """
    if name != name.upper():
        return name
    words = name.split()
    out: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            phrase = _BY_CAPITALS.get(tuple(words[at : at + length]))
            if phrase:
                out.append(phrase)
                at += length
                break
        else:
            out.append(words[at].capitalize())
            at += 1
    text = " ".join(out)
    return text[:1].upper() + text[1:]
