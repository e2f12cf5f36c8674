"""The boxes above the body: issuer, number, date, kind, subject, addressees, bases (ô 2 to 5, 9a)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vanban.document.values import bare_entry, one_line
from vanban.parts import Part
from vanban.read.original import Original, text_of
from vanban.thethuc import Kind, writing

_NUMBER = re.compile(
    r"^\W*(?:số\b)?[\s:.]*(?P<so>[^\s/.…_-]*)[\s.…_]*[/-]?[\s.…_]*(?P<ky_hieu>.*)$", re.IGNORECASE
)
_AT_SIGNS = re.compile(r"\s*([-–/&])\s*")
"""The signs between the parts of a symbol, with the spaces that some offices write beside them."""
_PLACE = re.compile(r"^(?P<place>.*?)[\s,.…]*(?:\bngày\b|$)", re.IGNORECASE)
_ABOUT = re.compile(r"^V/v[\s:]*", re.IGNORECASE)
_TO = re.compile(r"^Kính gửi\s*:?\s*", re.IGNORECASE)
_WIRED = re.compile(r"^(?P<sender>.*\S)\s+điện\s*:\s*", re.IGNORECASE)
_DASH = re.compile(r"^[-–—•+*]\s*")
_ENTRY_ENDS = (";", ",", ":", ".")
_DRAFT = "dự thảo"
_NO_ISSUER = "…"
"""Stands for the name of an office that the paper does not give."""


def front(original: Original, kind: Kind) -> dict[str, object]:
    """The parts of the document that stand above its body, by name."""
    find = original.anatomy.all
    parts: dict[str, object] = {
        "loai": kind.id,
        "co_quan_chu_quan": _lines(original, find("co_quan_chu_quan")),
        "co_quan": _lines(original, find("co_quan")),
    }
    if not parts["co_quan"]:
        parts["co_quan"] = parts.pop("co_quan_chu_quan") or [_NO_ISSUER]
    for part in find("quoc_hieu", "tieu_ngu", "menh_lenh"):
        original.keep(part)
    return {
        **parts,
        **_number(original, find("so_ky_hieu")),
        **_place_and_date(original, find("dia_danh")),
        "trich_yeu": _subject(original, kind),
        **_addressees(original, kind, find("kinh_gui")),
        "can_cu": [_kept(original, part, bare_entry(text_of([part]))) for part in find("can_cu")],
        **_marks(original),
    }


def _kept(original: Original, part: Part, text: str) -> str:
    original.keep(part, text)
    return text


def _lines(original: Original, parts: Sequence[Part]) -> list[str]:
    return [_kept(original, part, text_of([part])) for part in parts]


def _number(original: Original, parts: Sequence[Part]) -> dict[str, str]:
    """``Số: 05/KH-UBND`` → number and symbol (II.3)."""
    if not parts:
        return {}
    found = _NUMBER.match(text_of(parts[:1]))
    so, symbol = (found["so"], _AT_SIGNS.sub(r"\1", found["ky_hieu"]).rstrip(".…")) if found else ("", "")
    if not any(map(str.isalnum, symbol)):
        symbol = ""
    original.keep(parts[0], so, symbol)
    for part in parts[1:]:
        original.leave(part.text, part.paragraph, "")
    return {"so": so, "ky_hieu": symbol}


def _place_and_date(original: Original, parts: Sequence[Part]) -> dict[str, str]:
    """``Tây Mỗ, ngày 16 tháng 3 năm 2026`` → place and date (II.4)."""
    if not parts:
        return {}
    found = _PLACE.match(text_of(parts))
    place = found["place"] if found else ""
    issued = original.anatomy.issued
    day = str(issued) if issued and issued.nam else ""
    for number, part in enumerate(parts):
        original.keep(part, *((place, day) if number == 0 else ()))
    if not day:
        original.doubt("VB213", parts[0].paragraph, words=text_of(parts))
    return {"dia_danh": place, "ngay": day}


def _subject(original: Original, kind: Kind) -> str:
    """Ô 5a under the title and what stands in its line behind it, or 5b after "V/v"."""
    words: list[str] = []
    for part in original.anatomy.all("ten_loai"):
        text = text_of([part])
        words.append(_behind(text, kind.name))
        original.keep(part, words[-1])
    for part in original.anatomy.all("trich_yeu", "trich_yeu_cong_van"):
        text = text_of([part])
        words.append(text if kind.form.titled or words else _ABOUT.sub("", text))
        original.keep(part, words[-1])
    return one_line(" ".join(words))


def _behind(text: str, name: str) -> str:
    """What follows the name of the kind in a title; spaces between its letters aside."""
    dense = name.replace(" ", "").casefold()
    for end in range(len(text) + 1):
        if text[:end].replace(" ", "").casefold() == dense:
            return text[end:].strip(" :.-–")
    return text


def _addressees(original: Original, kind: Kind, parts: Sequence[Part]) -> dict[str, object]:
    """Ô 9a: "Kính gửi:" and names, on its line or below with dashes (II.9.d)."""
    names: list[str] = []
    sender = ""
    for part in parts:
        text = text_of([part])
        words = _TO.sub("", text)
        if not names and kind.id == "cong-dien" and (wired := _WIRED.match(words)):
            sender, words = wired["sender"], words[wired.end() :]
        original.keep(part, words, *([sender] if not names else []))
        _add_name(names, words)
    given: dict[str, object] = {"kinh_gui": [bare_entry(name) for name in names]}
    if names and kind.form.addressed == "upward":
        given["gui_cap_tren"] = True
    if authority := original.anatomy.all("tham_quyen_ban_hanh"):
        given["tham_quyen_ban_hanh"] = " ".join(_lines(original, authority))
    elif sender:
        given["tham_quyen_ban_hanh"] = sender
    return given


def _add_name(names: list[str], words: str) -> None:
    """Add a name, or go on with the last, which a line break cut."""
    if not words:
        return
    if names and not _DASH.match(words) and not names[-1].endswith(_ENTRY_ENDS):
        names[-1] += f" {words}"
    else:
        names.append(_DASH.sub("", words))


def _marks(original: Original) -> dict[str, object]:
    """Urgency, secrecy and circulation (ô 10, 11), and that a paper is a draft."""
    given: dict[str, object] = {}
    for name, texts in (("do_khan", writing.DO_KHAN), ("do_mat", writing.DO_MAT)):
        by_text = {text.casefold(): value for value, text in texts.items()}
        for part in original.anatomy.all("do_khan"):
            if (words := text_of([part]).casefold()) in by_text:
                given[name] = by_text[words]
                original.keep(part)
    limits: list[str] = []
    for part in original.anatomy.all("pham_vi_luu_hanh"):
        text = text_of([part])
        if text.casefold().strip(" .") == _DRAFT:
            given["du_thao"] = True
            original.keep(part)
        else:
            limits.append(_kept(original, part, text))
    return {**given, "pham_vi_luu_hanh": " ".join(limits)}


def unplaced_marks(original: Original) -> Iterator[Part]:
    """Marks of urgency that say something else."""
    known = {text.casefold() for texts in (writing.DO_KHAN, writing.DO_MAT) for text in texts.values()}
    return (part for part in original.anatomy.all("do_khan") if text_of([part]).casefold() not in known)
