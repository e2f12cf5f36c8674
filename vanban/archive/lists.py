"""The lists of a package: descriptions as CSV and JSON, the table of contents as DOCX and PDF."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from vanban.archive.model import FileOfDocuments, Proof
from vanban.document.blocks import Cell, Column, Run, Table
from vanban.errors import Fault
from vanban.fonts import missing_characters
from vanban.render import render_listing
from vanban.render.listing import Listing
from vanban.thethuc.description import FIELDS, code_of

CSV, JSON, CHECKED = "mo-ta.csv", "mo-ta.json", "kiem-chung.json"
CONTENTS = "muc-luc"
"""The name of the table of contents, before its endings."""

FILE, SUM = "Tệp", "SHA-256"
"""Two columns of the CSV beside those of annex VI."""

_HEAD = (
    "STT", "Số, ký hiệu văn bản", "Ngày tháng năm văn bản", "Tên loại và trích yếu nội dung văn bản",
    "Tác giả văn bản", "Tờ số/ Trang số", "Ghi chú",
)  # fmt: skip
_WIDTHS = (1, 2.8, 2, 6, 3, 1.4, 2)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so would be worked out by a spreadsheet program."""


def as_csv(proofs: Sequence[Proof]) -> bytes:
    """The descriptions with a line a document, for Excel: UTF-8 with a byte order mark, labels as header."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["STT", FILE, *(field.label for field in FIELDS), SUM])
    for number, proof in enumerate(proofs, start=1):
        values = (proof.description.get(field.name, "") for field in FIELDS)
        writer.writerow([number, *map(_harmless, (proof.path, *values, proof.sha256))])
    return out.getvalue().encode("utf-8-sig")


def as_json(file: FileOfDocuments, proofs: Sequence[Proof]) -> bytes:
    """The descriptions of the file and its documents, with the names of annex VI."""
    about = {
        "FileNotation": file.notation,
        "Title": file.title,
        "Maintenance": file.maintenance,
        "Creator": file.creator,
        "DocTotal": len(proofs),
        "PageTotal": sum(proof.pages for proof in proofs),
    }
    documents = [
        {"DocOrdinal": number, "file": proof.path, "source": proof.source, **proof.description}
        for number, proof in enumerate(proofs, start=1)
    ]
    return _dumped({"file": {name: value for name, value in about.items() if value}, "documents": documents})


def as_checked(version: str, proofs: Sequence[Proof], left_out: Sequence[Fault]) -> bytes:
    """What was proven of each document, by which version of veraPDF, and the faults of those left out."""
    kept = ("path", "flavour", "pages", "size", "sha256")
    files = [{name: value for name, value in asdict(proof).items() if name in kept} for proof in proofs]
    faults = [{"file": Path(fault.place.file or "").name, "id": fault.kind} for fault in left_out]
    return _dumped({"verapdf": version, "files": files, "left_out": faults})


def contents(file: FileOfDocuments, proofs: Sequence[Proof]) -> dict[str, bytes]:
    """The table of contents of the file, as DOCX and PDF, by their names (Phụ lục V, mẫu IV)."""
    rows = [tuple(_cell(words) for words in row) for row in contents_rows(proofs)]
    days = sorted(day for proof in proofs if (day := proof.description.get("IssuedDate", "")))
    lines = [f"Số, ký hiệu hồ sơ: {file.notation or '……'}"]
    if days:
        lines.append(f"Năm {days[-1][:4]}")
    offices = [office for proof in proofs if (office := proof.description.get("OrganName"))]
    table = Table(tuple(Column(width, "giua" if width < 2 else "trai") for width in _WIDTHS), tuple(rows))
    listing = Listing(
        "MỤC LỤC VĂN BẢN, TÀI LIỆU",
        tuple(lines),
        table,
        max(set(offices), key=offices.count, default="") or "…",
        _whole_day(days[-1]) if days else "2020-03-05",
    )
    return {
        f"{CONTENTS}.docx": render_listing(listing, "docx"),
        f"{CONTENTS}.pdf": render_listing(listing, "pdf"),
    }


def contents_rows(proofs: Sequence[Proof]) -> list[tuple[str, ...]]:
    """The words of the table of contents, its head first."""
    rows: list[tuple[str, ...]] = [_HEAD]
    page = 1
    for number, proof in enumerate(proofs, start=1):
        rows.append(_row(number, page, proof))
        page += proof.pages
    return rows


def _row(number: int, page: int, proof: Proof) -> tuple[str, ...]:
    told = proof.description
    kind, subject = told.get("TypeName", ""), told.get("Subject", "")
    name = " ".join(filter(None, (kind, subject))) or proof.path
    pages = str(page) if proof.pages == 1 else f"{page}-{page + proof.pages - 1}"
    return (
        str(number),
        code_of(told),
        _as_written(told.get("IssuedDate", "")),
        name,
        told.get("OrganName", ""),
        pages,
        "",
    )


def _as_written(day: str) -> str:
    """``2026-03-05`` → ``05/3/2026``, as far as it is known; months 1 and 2 keep their zero (II.4.b)."""
    year, _sign, rest = day.partition("-")
    month, _sign, day = rest.partition("-")
    return "/".join(filter(None, (day, month if month in ("01", "02") else month.lstrip("0"), year)))


def _whole_day(day: str) -> str:
    return "-".join((*day.split("-"), "01", "01")[:3])


def _cell(words: str) -> Cell:
    """A cell; what no paper of ours can show, but another office's may, becomes a question mark."""
    words = " ".join(words.split())
    for character in missing_characters(words):
        words = words.replace(character, "?")
    return Cell((Run(words),) if words else ())


def _harmless(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words


def _dumped(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"
