"""A progress bar for work on several files."""

from __future__ import annotations

import sys
from pathlib import Path

from vanban.cli.show import console


class Progress:
    """A progress bar, on a terminal and for more than a few files only; calling it means one file is done."""

    def __init__(self, doing: str, total: int) -> None:
        self.doing, self.total = doing, total
        self.shown = total > 3 and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        if self.shown:
            from rich import progress

            self.bar = progress.Progress(console=console(stderr=True), transient=True)
            self.task = self.bar.add_task(self.doing, total=self.total)
            self.bar.start()
        return self

    def __call__(self, _source: Path) -> None:
        """One file is done."""
        if self.shown:
            self.bar.advance(self.task)

    def __exit__(self, *_exception: object) -> None:
        if self.shown:
            self.bar.stop()
