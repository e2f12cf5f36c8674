"""A letter to each unit that has to send its form, or to correct something in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from vanban.document import Document
from vanban.errors import Fault
from vanban.fault_kinds import FAULT_KINDS
from vanban.figures.form import Form
from vanban.figures.standing import Standing
from vanban.files import safe_name
from vanban.fill import fill, load_template
from vanban.office import Office
from vanban.render import render

TEMPLATE = "cong-van-so-lieu"
"""The content template; an office's own of this name wins."""
LETTERS = "cong-van"
"""The folder of the letters, in the output folder."""
_MOST_SAID = 30
"""Entries that a letter names; a form with more faults is to be filled again."""
_QUOTES = str.maketrans("«»", "“”")
_SKIPPED = frozenset({"VB279"})


def letters(
    form: Form, standings: tuple[Standing, ...], common: Mapping[str, object], office: Office
) -> Iterator[tuple[Path, bytes]]:
    """The letters as Word files, by the paths that they take in the output folder.

    Args:
        form: what was asked.
        standings: how the units stand; who has sent all that was asked gets no letter.
        common: parts of the document, and ``han_gui_lai``, over the office's.
        office: its names, signers and template.

    Raises:
        InputError: a part of the document is missing (``co_quan`` among them), or the template has a fault.
    """
    template = load_template(TEMPLATE, office)
    for standing in standings:
        if standing.to_answer:
            document: Document = fill(template, {**common, **_data(form, standing)}, defaults=office.defaults)
            yield (
                Path(LETTERS) / f"cong-van_{safe_name(standing.school.ma)}.docx",
                render(document, "docx", office=office),
            )


def _data(form: Form, standing: Standing) -> dict[str, object]:
    said = [_said(fault) for fault in standing.faults if fault.kind not in _SKIPPED]
    if len(said) > _MOST_SAID:
        rest = len(said) - _MOST_SAID
        said = [*said[:_MOST_SAID], f"Và {rest} mục khác trong biểu."]
    data: dict[str, object] = {
        "ten_don_vi": standing.school.ten,
        "ten_bieu": form.ten,
        "ky_bao_cao": form.ky.ten,
        "noi_nhan_bieu": form.kinh_gui,
        "chua_gui": standing.state == "nothing",
        "can_sua": said,
    }
    return data | ({"han_cu": form.ky.han_nop} if form.ky.han_nop else {})


def _said(fault: Fault) -> str:
    """What is wrong, as a paper says it: in Vietnamese, whatever the language of the messages."""
    kind = FAULT_KINDS[fault.kind]
    cell = f" (ô {fault.place.cell})" if fault.place.cell else ""
    words = f"{kind.message.removesuffix('.')}{cell}. {kind.remedy}".format(**fault.details)
    return words.translate(_QUOTES)
