"""The job of ``vanban import``: papers of any office in, source texts out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from vanban.errors import VanbanError
from vanban.files import safe_name, unique, write_all
from vanban.jobs.made import Made, joined

if TYPE_CHECKING:
    from vanban.document.blocks import Block
    from vanban.document.model import Document
    from vanban.document.remarks import Remarks
    from vanban.read import Reading


@dataclass(frozen=True, slots=True)
class Imported:
    """What one file gave: the reading, and the files that were written, the source text first."""

    reading: Reading
    made: tuple[Made, ...]


def import_files(
    sources: Sequence[Path],
    *,
    folder: Path = Path("output"),
    ocr: bool = False,
    force: bool = False,
    progress: Callable[[Path], None] | None = None,
) -> tuple[Imported, ...]:
    """Read papers and write each as a source text, with its pictures beside it: all of them, or none.

    Args:
        sources: DOCX, DOC, RTF, ODT, PDF, HTML or text files; none of them is changed.
        folder: where the source texts go; made when it is missing.
        ocr: whether the letters of scanned PDFs are recognised first.
        force: whether files that are there already are replaced.
        progress: called with each source once it is read.

    Raises:
        VanbanError: every fault of every source that cannot be read; then nothing is written.
        CannotWriteError: the folder cannot be written, or a file is there already.
    """
    from vanban.read import read

    failures: list[VanbanError] = []
    readings: list[Reading] = []
    for source in sources:
        try:
            readings.append(read(source, ocr=ocr))
        except VanbanError as failure:
            failures.append(failure)
        if progress:
            progress(source)
    if failures:
        raise joined(failures)
    contents: dict[Path, bytes] = {}
    imported: list[Imported] = []
    stems = unique([safe_name(reading.source.stem) for reading in readings])
    for reading, stem in zip(readings, stems, strict=True):
        files = {folder / name: data for name, data in source_files(reading.document, stem).items()}
        contents |= files
        made = tuple(Made(reading.source, path, len(data)) for path, data in files.items())
        imported.append(Imported(reading, made))
    write_all(contents, force=force)
    return tuple(imported)


def source_files(document: Document, stem: str, remarks: Remarks | None = None) -> dict[str, bytes]:
    """The source text of a document and its pictures, by the names of their files.

    Args:
        document: its pictures may have no file yet.
        stem: what the names begin with.
        remarks: for the author, above what they are about.
    """
    from vanban.document import write_source

    pictures: dict[str, bytes] = {}
    body = _filed(document.noi_dung, stem, pictures)
    annexes = tuple(
        replace(annex, noi_dung=_filed(annex.noi_dung, stem, pictures)) for annex in document.phu_luc
    )
    filed = document.model_copy(update={"noi_dung": body, "phu_luc": annexes})
    text = write_source(filed, remarks=remarks)
    return {f"{stem}.md": text.encode(), **pictures}


def _filed(blocks: Sequence[Block], stem: str, pictures: dict[str, bytes]) -> tuple[Block, ...]:
    """The blocks, every picture with a file name of its own."""
    from vanban.document.blocks import Figure

    filed: list[Block] = []
    for block in blocks:
        if isinstance(block, Figure):
            ending = "jpg" if block.media == "jpeg" else block.media
            name = f"{stem}-hinh-{len(pictures) + 1}.{ending}"
            pictures[name] = block.data
            block = replace(block, path=name)
        filed.append(block)
    return tuple(filed)
