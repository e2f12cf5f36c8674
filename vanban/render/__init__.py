"""Rendering: a document and an office's settings → DOCX, PDF or HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from vanban.render.naming import file_stem

if TYPE_CHECKING:
    from vanban.document.model import Document
    from vanban.office import Office
    from vanban.render.listing import Listing
    from vanban.render.sheet import Sheet
    from vanban.thethuc import Look

__all__ = ["ENGINES", "FORMATS", "Engine", "Format", "file_stem", "render", "render_listing"]

Format = Literal["docx", "pdf", "html"]
Engine = Literal["typst", "weasyprint", "libreoffice"]
FORMATS: tuple[Format, ...] = ("docx", "pdf", "html")
ENGINES: tuple[Engine, ...] = ("typst", "weasyprint", "libreoffice")


def render(
    document: Document,
    format: Format,  # noqa: A002 - the word that callers read
    *,
    office: Office | None = None,
    engine: Engine = "typst",
    embed: bool = False,
) -> bytes:
    """Lay a document out as Nghị định 30/2020/NĐ-CP prescribes.

    Args:
        document: what to lay out.
        format: what to make; HTML is UTF-8.
        office: whose choices of sizes, margins and spaces to follow; the decree's own example without it.
        engine: what makes a PDF; the other formats do not ask.
        embed: whether the PDF carries the document itself (PDF/A-3b instead of PDF/A-2b), from which
            ``vanban import`` makes it again exactly; for PDF by Typst alone.

    Returns:
        The bytes of the file. The same document, office and fonts give the same bytes.

    Raises:
        InputError: VB063, a character that the font lacks; VB045, a picture that cannot be read; VB235, the
            document cannot be carried exactly.
        ToolMissingError: no usable font, or the engine is not on this machine.
        VanbanError: VB046, the engine could not set the document.
        ValueError: ``embed`` with another format or engine.
    """
    if embed and (format, engine) != ("pdf", "typst"):
        raise ValueError("embed is for PDF by Typst alone")
    from vanban.render.compose import compose
    from vanban.render.coverage import check_coverage
    from vanban.thethuc import DECREE_LOOK

    look = office.look if office else DECREE_LOOK
    sheet = compose(document, look)
    check_coverage(sheet)
    if format == "html":
        from vanban.render.html import render_html

        return render_html(sheet, look).encode()
    if format == "pdf":
        return _pdf(sheet, look, engine, document if embed else None)
    from vanban.render.docx import render_docx

    return render_docx(sheet, look)


def render_listing(listing: Listing, format: Literal["docx", "pdf"]) -> bytes:  # noqa: A002
    """Lay a list out in the way of annex V of the decree.

    Raises:
        InputError: VB063, a character that the font lacks.
        ToolMissingError: no usable font.
    """
    from vanban.render.coverage import check_coverage
    from vanban.render.docx import render_docx
    from vanban.render.listing import compose_listing
    from vanban.thethuc import DECREE_LOOK

    sheet = compose_listing(listing, DECREE_LOOK)
    check_coverage(sheet)
    return render_docx(sheet, DECREE_LOOK) if format == "docx" else _pdf(sheet, DECREE_LOOK, "typst", None)


def _pdf(sheet: Sheet, look: Look, engine: Engine, embedded: Document | None) -> bytes:
    if engine == "typst":
        from vanban.render.typst_pdf import render_typst

        if embedded is None:
            return render_typst(sheet, look)
        from vanban.render.embedding import attachments

        return render_typst(sheet, look, attachments(embedded))
    if engine == "weasyprint":
        from vanban.render.weasyprint_pdf import render_weasyprint

        return render_weasyprint(sheet, look)
    from vanban.render.docx import render_docx
    from vanban.render.office_pdf import render_libreoffice

    return render_libreoffice(render_docx(sheet, look))
