"""Names, signers and recipients that an office has now, in the place of last year's."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.document import make_document
from vanban.document.model import Document, NguoiKy
from vanban.next_year.model import Change, Path, Spot

_PARTS = ("co_quan_chu_quan", "co_quan", "dia_danh", "nguoi_ky", "noi_nhan", "luu")
"""Parts that an office's settings give anew."""


def renewed(document: Document, given: Mapping[str, object]) -> tuple[Document, tuple[Change, ...]]:
    """Take the parts that an office gives where they differ, with every text that is another than before.

    A signer keeps what the office does not give, unless his office is another. Where several sign, as in a
    biên bản, who they are is the paper's own.
    """
    wanted = {name: given[name] for name in _PARTS if given.get(name)}
    if not wanted:
        return document, ()
    new = make_document({"loai": document.loai, "co_quan": list(document.co_quan), **wanted})
    parts = {name: getattr(new, name) for name in wanted}
    if "nguoi_ky" in parts:
        parts["nguoi_ky"] = _signers(document.nguoi_ky, new.nguoi_ky)
    updates = {name: part for name, part in parts.items() if part != getattr(document, name)}
    changes = [
        change for name, part in updates.items() for change in _changes(name, getattr(document, name), part)
    ]
    return document.model_copy(update=updates), tuple(changes)


def _signers(old: tuple[NguoiKy, ...], new: tuple[NguoiKy, ...]) -> tuple[NguoiKy, ...]:
    if not old:
        return new
    if len(old) > 1 or len(new) != 1:
        return old
    before, now = old[0], new[0]
    if now.chuc_vu and now.chuc_vu != before.chuc_vu:
        return (now.model_copy(update={"vi_tri": before.vi_tri}),)
    said = {name: value for name, value in now if value and name != "vi_tri"}
    return (before.model_copy(update=said),)


def _changes(name: str, old: object, new: object) -> list[Change]:
    """What is another, and what is no more, which has no letters of its own in the draft."""
    before, after = strings(old), strings(new)
    other = [
        Change(Spot((name, *path), 0, len(words)), before.get(path, ""), words, "co_quan")
        for path, words in after.items()
        if before.get(path) != words
    ]
    gone = [
        Change(Spot((name,), 0, 0), words, "", "co_quan")
        for path, words in before.items()
        if path not in after
    ]
    return other + gone


def strings(value: object) -> dict[Path, str]:
    """The texts in a part, by their paths in it."""
    if isinstance(value, str):
        return {(): value}
    if isinstance(value, tuple):
        return {(at, *path): words for at, one in enumerate(value) for path, words in strings(one).items()}
    return {
        (name, *path): words
        for name, part in (value if isinstance(value, NguoiKy) else ())
        if name != "vi_tri"
        for path, words in strings(part).items()
        if words
    }
