"""The job of ``vanban merge``: PDFs bound into one for reading, with bookmarks and page labels."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from vanban.errors import Fault, InputError, Place, ToolMissingError
from vanban.files import read_bytes, write_atomically
from vanban.jobs.made import joined, spare
from vanban.pdf.described import Told, read_told
from vanban.thethuc.description import code_of

if TYPE_CHECKING:
    from pypdf import PdfReader

_PRODUCER = "vanban, pypdf"
_KEPT_CLAIM = "2b"


@dataclass(frozen=True, slots=True)
class Merged:
    """A bound file: its documents and pages, and whether it was proven to be PDF/A-2b all the same."""

    path: Path
    documents: int
    pages: int
    archival: bool


def merge_files(
    sources: Sequence[Path],
    target: Path,
    *,
    title: str = "",
    force: bool = False,
    progress: Callable[[Path], None] = lambda _path: None,
) -> Merged:
    """Bind PDFs into one, in the order given; a folder stands for its PDFs by name.

    Each document has a bookmark, with its own bookmarks below, and page labels of its own: ``2-3`` is the
    third page of the second. The bound file is for reading: signatures and tags are those of the documents
    alone. It claims to be PDF/A-2b only where every document does and veraPDF proves it.

    Args:
        sources: PDF files and folders.
        target: the file to write.
        title: the title of the whole; that of the first document if "".
        force: whether a file that is there is replaced.
        progress: called with each file once it is bound.

    Raises:
        InputError: every fault: VB010, VB011, VB013; VB255 a file is no PDF or broken, VB256 it is locked;
            VB257 there are none.
        CannotWriteError: VB080, VB081, VB082; VB174 the target is one of the sources.
    """
    paths = list(_files(sources))
    if not paths:
        raise InputError(Fault("VB257"))
    spare(paths, [target])
    binder = _Binder()
    failures: list[InputError] = []
    for path in paths:
        try:
            binder.add(path)
        except InputError as failure:
            failures.append(failure)
        progress(path)
    if failures:
        raise joined(failures)
    archival = _proven(binder.written(title, claim=True)) if binder.claims else None
    write_atomically(target, archival or binder.written(title, claim=False), force=force)
    return Merged(target, len(paths), len(binder.writer.pages), archival is not None)


def _files(sources: Sequence[Path]) -> Iterator[Path]:
    for source in sources:
        if source.is_dir():
            yield from sorted(path for path in source.iterdir() if path.suffix.lower() == ".pdf")
        else:
            yield source


def _open(path: Path) -> PdfReader:
    import pypdf

    data, place = read_bytes(path), Place(str(path))
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(Fault("VB256", place))
        if not len(reader.pages):
            raise InputError(Fault("VB255", place, {"reason": "0"}))
    except InputError:
        raise
    except Exception as error:  # a broken file fails in every way
        raise InputError(Fault("VB255", place, {"reason": type(error).__name__})) from error
    return reader


def _name(path: Path, told: Told, reader: PdfReader) -> str:
    """What a document's bookmark says: its number and title, or its file's name."""
    title = (reader.metadata.title or "").strip() if reader.metadata else ""
    return " - ".join(filter(None, (code_of(told.description or {}), title))) or path.stem


class _Binder:
    """The file that is bound; ``claims`` is whether all documents so far claim to be PDF/A-2b."""

    def __init__(self) -> None:
        import pypdf

        self.writer = pypdf.PdfWriter()
        self.claims = True
        self.first = ""
        self.count = 0

    def add(self, path: Path) -> None:
        """Bind one more document, and let go of it."""
        from pypdf.constants import PageLabelStyle
        from pypdf.generic import NameObject

        reader = _open(path)
        told = read_told(reader)
        name, start = _name(path, told, reader), len(self.writer.pages)
        try:
            self.writer.append(reader, outline_item=name)
            intents = NameObject("/OutputIntents")
            if not self.count and intents in reader.root_object:
                self.writer.root_object[intents] = reader.root_object[intents].clone(self.writer)
        except Exception as error:  # a broken file fails in every way
            raise InputError(Fault("VB255", Place(str(path)), {"reason": type(error).__name__})) from error
        self.count += 1
        last = len(self.writer.pages) - 1
        self.writer.set_page_label(start, last, PageLabelStyle.DECIMAL, f"{self.count}-")
        self.claims = self.claims and told.claim == _KEPT_CLAIM
        self.first = self.first or name

    def written(self, title: str, *, claim: bool) -> bytes:
        """The bytes of the bound file; the same documents give the same bytes."""
        from pypdf.generic import ArrayObject, ByteStringObject, NameObject, StreamObject

        title = title or self.first
        self.writer.metadata = {"/Title": title, "/Producer": _PRODUCER}
        packet = StreamObject()
        packet.set_data(_packet(title, claim=claim))
        packet[NameObject("/Type")] = NameObject("/Metadata")
        packet[NameObject("/Subtype")] = NameObject("/XML")
        self.writer.root_object[NameObject("/Metadata")] = self.writer._add_object(packet)
        digest = ByteStringObject(hashlib.sha256(title.encode()).digest()[:16])
        self.writer._ID = ArrayObject((digest, digest))
        out = io.BytesIO()
        self.writer.write(out)
        return out.getvalue()


def _packet(title: str, *, claim: bool) -> bytes:
    """The XMP packet: the same title and producer as in the file's properties (ISO 19005-2, 6.6.3)."""
    pdfa = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>" if claim else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" '
        'xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">'
        f"{escape(title)}</rdf:li></rdf:Alt></dc:title><pdf:Producer>{_PRODUCER}</pdf:Producer>{pdfa}"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _proven(pdf: bytes) -> bytes | None:
    """The file where it is the PDF/A-2b that it says; None where it is not, or nobody here can tell."""
    from vanban.tools.verapdf import verapdf_failures

    try:
        return None if verapdf_failures(pdf, "2b") else pdf
    except ToolMissingError:
        return None
