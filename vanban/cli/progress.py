"""Progress bars: for work on several files, and for work in stages."""

from __future__ import annotations

import sys
from pathlib import Path

from vanban.cli.show import console
from vanban.language import _


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

    def __call__(self, source: Path) -> None:
        """One file is done."""
        if self.shown:
            self.bar.advance(self.task)

    def __exit__(self, *_exception: object) -> None:
        if self.shown:
            self.bar.stop()


class Stages:
    """A progress bar for each stage of long work, with its rate and the time left; on a terminal only."""

    def __init__(self, doing: dict[str, str]) -> None:
        """Take the words for each stage."""
        self.doing = doing
        self.stage = ""
        self.shown = sys.stderr.isatty()

    def __enter__(self) -> Stages:
        if self.shown:
            from rich import progress

            self.bar = progress.Progress(
                progress.TextColumn("{task.description}"),
                progress.BarColumn(),
                progress.MofNCompleteColumn(),
                progress.TextColumn("{task.fields[rate]}"),
                progress.TimeRemainingColumn(),
                console=console(stderr=True),
                transient=True,
            )
            self.bar.start()
        return self

    def __call__(self, stage: str, done: int, of: int | None) -> None:
        """So many of a stage are done; ``of`` is None where nobody knows how many there are."""
        if not self.shown:
            return
        if stage != self.stage:
            self.stage = stage
            self.task = self.bar.add_task(self.doing[stage], total=of, rate="")
        speed = self.bar.tasks[self.task].speed
        self.bar.update(
            self.task, completed=done, rate=_("{speed:.0f}/giây").format(speed=speed) if speed else ""
        )

    def __exit__(self, *_exception: object) -> None:
        if self.shown:
            self.bar.stop()
