"""Forms that came back → how each unit stands: complete, incomplete, wrong, twice, late, nothing yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from vanban.errors import Fault, InputError, Place
from vanban.figures.form import Form, School
from vanban.figures.judging import Judged, judge
from vanban.figures.returned import Returned, read_returned
from vanban.figures.saved import saved_on
from vanban.language import N_
from vanban.so_lieu import Figure, Reported

State: TypeAlias = Literal["complete", "missing", "wrong", "twice", "other", "nothing"]

STATES: Mapping[State, str] = {
    "complete": N_("đủ"),
    "missing": N_("thiếu số liệu"),
    "wrong": N_("có số phải xem lại"),
    "twice": N_("gửi nhiều tệp khác nhau"),
    "other": N_("gửi biểu khác hoặc của kỳ khác"),
    "nothing": N_("chưa gửi"),
}
"""How a unit stands, in the words of a clerk; the best first."""

_TROUBLE = frozenset({"VB177", "VB270", "VB271", "VB272", "VB273", "VB274"})
"""Faults that ask for another figure; the rest is worth knowing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a unit stands: its files, the figures that hold, what is wrong; whether it came after the day."""

    school: School
    state: State
    late: bool = False
    files: tuple[Path, ...] = ()
    figures: tuple[Figure, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def to_answer(self) -> bool:
        """Whether the unit has to send something, again or at all."""
        return self.state != "complete"


@dataclass(frozen=True, slots=True)
class Collected:
    """What came back: how every unit stands, in the order of the list; faults of files that are nobody's."""

    standings: tuple[Standing, ...]
    strays: tuple[Fault, ...]

    @property
    def figures(self) -> dict[tuple[str, str], Figure]:
        """The figures that hold, by unit and entry."""
        return {(one.don_vi, one.chi_tieu): one for standing in self.standings for one in standing.figures}


def collect(
    files: Iterable[Path],
    form: Form,
    schools: Sequence[School],
    before: Reported | None = None,
    step: Callable[[Path], None] | None = None,
) -> Collected:
    """Read what came back and say how each unit stands.

    A unit that sent two files with different figures gives none: nobody can tell which holds. One that sent
    the same twice is told of and counts once; a blank form beside a filled one does not count.

    Args:
        files: what came back, in any mixture; none is changed.
        form: what was asked.
        schools: who was asked.
        before: the period before, where it is known.
        step: called with each file once it is read.
    """
    by_code: dict[str, list[tuple[Returned, Judged]]] = {school.ma: [] for school in schools}
    others: dict[str, list[Fault]] = {school.ma: [] for school in schools}
    strays: list[Fault] = []
    for file in files:
        try:
            returned = read_returned(file, form)
        except InputError as failure:
            strays += failure.faults
        else:
            mark, place = returned.mark, Place(str(file))
            if mark is None or mark.don_vi not in by_code:
                strays.append(Fault("VB278", place))
            elif (mark.bieu, mark.ky) != (form.ma, form.ky.ma):
                others[mark.don_vi].append(Fault("VB277", place, {"found": mark.bieu, "period": mark.ky}))
            else:
                by_code[mark.don_vi].append((returned, judge(form, mark.don_vi, returned, before)))
        if step:
            step(file)
    standings = (_standing(school, by_code[school.ma], others[school.ma], form) for school in schools)
    return Collected(tuple(standings), tuple(strays))


def _standing(
    school: School, came: Sequence[tuple[Returned, Judged]], others: Sequence[Fault], form: Form
) -> Standing:
    if not came:
        files = tuple(Path(fault.place.file or "") for fault in others)
        return Standing(school, "other" if others else "nothing", files=files, faults=tuple(others))
    came = [one for one in came if _has_something(*one)] or came  # a blank form takes nothing back
    files = tuple(returned.file for returned, _judged in came)
    late = all(_is_late(file, form) for file in files)
    said = [{name: one.value for name, one in judged.figures.items()} for _returned, judged in came]
    if any(other != said[0] for other in said[1:]):
        listed = "; ".join(file.name for file in files)
        fault = Fault("VB276", Place(str(files[0])), {"unit": school.ten, "files": listed})
        return Standing(school, "twice", late, files, (), (fault,))
    returned, judged = came[0]
    faults = (*returned.faults, *judged.faults, *others)
    wrong = any(fault.kind in _TROUBLE for fault in faults)
    state: State = "wrong" if wrong else "missing" if judged.missing else "complete"
    return Standing(school, state, late, files, tuple(judged.figures.values()), faults)


def _has_something(returned: Returned, judged: Judged) -> bool:
    """Whether anything was filled in, right or wrong."""
    return bool(judged.figures) or any(fault.kind in _TROUBLE for fault in (*returned.faults, *judged.faults))


def _is_late(file: Path, form: Form) -> bool:
    """Whether a file was last saved after the day that was set."""
    due = form.ky.han_nop
    if due is None or due.thang is None or due.ngay is None:
        return False
    return saved_on(file) > date(due.nam, due.thang, due.ngay)
