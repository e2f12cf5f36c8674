"""Where the time of a PDF goes: each step of the default engine, and what parts of setting cost.

python -m bench.profile_pdf [N]        N rounds of all steps (40 unless given)
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from statistics import quantiles
from typing import Any

import typst

from bench.plan import plan
from bench.tables import markdown
from vanban import fonts
from vanban.render import typst_pdf
from vanban.render.compose import compose
from vanban.render.coverage import check_coverage
from vanban.render.pdf_pack import pack
from vanban.render.sheet import Sheet
from vanban.thethuc import Look

LOOK = Look()
WARM_UP = 5
_TITLE = b'#set document(title: "x")\nx'
_numbers = count()


@dataclass(frozen=True, slots=True)
class Step:
    """A row: what goes in is made ready untimed from a new sheet, and what ``run`` does with it is timed."""

    title: str
    ready: Callable[[Sheet], Any]
    run: Callable[[Any], object]


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", nargs="?", type=int, default=40)
    number = parser.parse_args().count
    steps = _steps()
    rounds = [[_once(step) for step in steps] for _ in range(number + WARM_UP)][WARM_UP:]
    rows = [
        [step.title, *(f"{_calm(times):.2f}" for times in zip(*of_step, strict=True))]
        for step, of_step in zip(steps, zip(*rounds, strict=True), strict=True)
    ]
    print(markdown(("step", "ms", "CPU ms"), rows))


def _once(step: Step) -> tuple[float, float]:
    """Wall-clock and processor time in ms, with a plan that no step has seen."""
    given = step.ready(compose(plan(next(_numbers)), LOOK))
    wall, cpu = time.perf_counter(), time.process_time()
    step.run(given)
    cpu_after, wall_after = time.process_time(), time.perf_counter()
    return (wall_after - wall) * 1000, (cpu_after - cpu) * 1000


def _calm(times: Sequence[float]) -> float:
    """The lower quartile: what else the machine does only ever adds."""
    return quantiles(times, n=4)[0]


def _steps() -> list[Step]:
    font_set = fonts.find_font_set()
    cut, whole = (typst_pdf.compiler_of(font_set, whole=flag) for flag in (False, True))

    def twice(script: bytes) -> bytes:
        _compile(cut)(script)
        return script

    return [
        Step("compose", lambda _: plan(next(_numbers)), lambda document: compose(document, LOOK)),
        Step("check_coverage", lambda sheet: sheet, check_coverage),
        Step("break rules and JSON", lambda sheet: sheet, _inputs),
        Step("**compile**: A-2b and UA-1, fonts cut down", _inputs, _compile(cut)),
        Step("pack", lambda sheet: _compile(cut)(_inputs(sheet)), pack),
        Step("compile: fonts whole", _inputs, _compile(whole)),
        Step("compile: no standard, with tags", _inputs, _compile(cut, pdf_standards=[])),
        Step("compile: A-2b, no tags", _inputs, _compile(cut, pdf_standards=["a-2b"], pdf_tags=False)),
        Step("compile: no standard, no tags", _inputs, _compile(cut, pdf_standards=[], pdf_tags=False)),
        Step("compile: same data again (writing alone)", lambda sheet: twice(_inputs(sheet)), _compile(cut)),
        Step("compile: one word set", lambda _: _TITLE, _compile(cut)),
    ]


def _inputs(sheet: Sheet) -> bytes:
    return typst_pdf._script(json.dumps(typst_pdf._for_typst(sheet, LOOK), ensure_ascii=False), ())


def _compile(compiler: typst.Compiler, **options: Any) -> Callable[[bytes], bytes]:
    settings: dict[str, Any] = {"pdf_standards": typst_pdf.STANDARDS} | options

    def run(script: bytes) -> bytes:
        inputs = {"look": typst_pdf._look_json(LOOK)}
        pdf = compiler.compile(script, sys_inputs=inputs, format="pdf", timestamp=0, **settings)
        assert isinstance(pdf, bytes)
        return pdf

    return run


if __name__ == "__main__":
    main()
