"""How long reading long papers takes, beside peers that merely take the words out of the same file.

    python -m bench.read_speed [--pages 200] [--rounds 3]

The peers: python-docx walks the runs of the DOCX, pypdf extracts the text of the PDF; neither finds a part,
joins a line or counts a word. All run in one process, turn by turn; the ratios of the medians count.
"""

from __future__ import annotations

import argparse
import io
import resource
from pathlib import Path
from statistics import median

import docx
import pypdf

from bench.check_speed import plan, seconds
from vanban import ooxml, pdf
from vanban.office import Office
from vanban.read.door import read_paper
from vanban.render import render


def read_docx(data: bytes) -> int:
    """Ours, from a DOCX; how many words."""
    return read_paper(ooxml.read_paper(data), Path("x.docx"), Office()).words.kept


def read_pdf(data: bytes) -> int:
    """Ours, from a PDF."""
    return read_paper(pdf.read_paper(data), Path("x.pdf"), Office()).words.kept


def walk_docx(data: bytes) -> int:
    """The peer: the words of every run."""
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    return sum(len(run.text.split()) for paragraph in paragraphs for run in paragraph.runs)


def extract_pdf(data: bytes) -> int:
    """The peer: the words of every page."""
    return sum(len(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    document = plan(options.pages)
    for name, ours, peer, data in (
        ("DOCX", read_docx, walk_docx, render(document, "docx")),
        ("PDF", read_pdf, extract_pdf, render(document, "pdf")),
    ):
        rounds = [(seconds(ours, data), seconds(peer, data)) for _ in range(options.rounds)]
        own, other = (median(column) for column in zip(*rounds, strict=True))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{name}, {options.pages} pages: read in {own:.2f} s; the peer takes {other:.2f} s; "
            f"{own / other:.2f} x; {memory:.0f} MB so far"
        )


if __name__ == "__main__":
    main()
