"""PDFs written by hand: text where a test wants it, and files that no honest program writes."""

from __future__ import annotations

import zlib

A4 = (595.28, 841.89)
BASE_FONTS = {"F1": "Times-Roman", "F2": "Times-Bold", "F3": "Times-Italic", "F4": "Helvetica"}


def stream(data: bytes, entries: str = "") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries.encode("ascii"), data)


def deflated(data: bytes, entries: str = "") -> bytes:
    """A stream object, deflated."""
    return stream(zlib.compress(data, 9), f"/Filter /FlateDecode {entries}")


def pdf(objects: list[bytes]) -> bytes:
    """A file of objects, numbered from 1; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    return bytes(out)


def pages(
    *contents: str | bytes,
    size: tuple[float, float] = A4,
    resources: str = "",
    more: tuple[bytes, ...] = (),
    entries: str = "",
) -> bytes:
    """A paper of pages with these commands.

    ``resources`` and ``entries`` add to those of every page; ``more`` are further objects, whose numbers
    begin with 3 plus twice the number of pages.
    """
    count = len(contents)
    fonts = " ".join(
        f"/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>"
        for name, base in BASE_FONTS.items()
    )
    kids = " ".join(f"{3 + 2 * at} 0 R" for at in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} /MediaBox [0 0 {size[0]} {size[1]}] >>".encode(
            "ascii"
        ),
    ]
    for at, content in enumerate(contents):
        data = content.encode("latin-1") if isinstance(content, str) else content
        page = (
            f"<< /Type /Page /Parent 2 0 R /Contents {4 + 2 * at} 0 R {entries} "
            f"/Resources << /Font << {fonts} >> {resources} >> >>"
        )
        objects += [page.encode("ascii"), data if data.startswith(b"<<") else stream(data)]
    return pdf([*objects, *more])


def words(text: str, left: float, base: float, size: float = 14, font: str = "F1") -> str:
    """Commands that write a line; ``base`` counts from the foot of the page."""
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf 1 0 0 1 {left} {base} Tm ({escaped}) Tj ET\n"


def rule(left: float, base: float, length: float) -> str:
    """Commands that draw a level line."""
    return f"0.75 w {left} {base} m {left + length} {base} l S\n"


def picture() -> bytes:
    """An object: a grey picture of one dot."""
    entries = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
    return stream(b"\x80", entries)
