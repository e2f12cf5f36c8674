"""What is wrong with a dossier before it is made, and what the office should look at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vanban.check.cited import citations_in, shown
from vanban.check.past import replaced_in
from vanban.check.prose import passage_of
from vanban.dossier.model import Case, Dossier
from vanban.errors import Fault, Place
from vanban.thethuc.khen_thuong import threshold_of
from vanban.thethuc.validity import REPLACED
from vanban.tiengviet.dates import Ngay
from vanban.tiengviet.numbers import so_vn, ty_le
from vanban.tiengviet.tones import mark_first


@dataclass(frozen=True, slots=True)
class Verdict:
    """Faults, which stop the dossier, and warnings, which do not: their facts are not confirmed."""

    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


_WARNINGS = frozenset(("VB295", "VB296", "VB298"))


def judge(dossier: Dossier) -> Verdict:
    """Look at every case and at the council.

    The faults are VB291 (twice), VB293, VB294 (votes), VB297 (a basis out of force), VB299 (one who presides
    and is no member); the warnings VB295, VB296 (years of merits), VB298.
    """
    found = [*_twice(dossier.cases), *_not_members(dossier)]
    for case in dossier.cases:
        found += _votes(case, len(dossier.common.members), dossier.common.day)
        found += _years(case)
        for basis in case.bases:
            found += out_of_force(basis, dossier.common.day, case.place("can_cu_de_nghi"))
    return sorted_out(found)


def sorted_out(found: Iterable[Fault]) -> Verdict:
    """Part the warnings from the faults."""
    found = tuple(found)
    return Verdict(
        tuple(fault for fault in found if fault.kind not in _WARNINGS),
        tuple(fault for fault in found if fault.kind in _WARNINGS),
    )


def out_of_force(text: str, day: date | None, place: Place) -> Iterator[Fault]:
    """The documents that a text rests on and that were out of force on a day."""
    rows = [row for row in REPLACED if day and row.until <= day]
    for row, start, end in replaced_in(text, citations_in(passage_of(text)), rows):
        until = shown(Ngay(row.until.year, row.until.month, row.until.day))
        details: dict[str, object] = {"found": text[start:end], "until": until, "by": row.by}
        yield Fault("VB297" if row.confirmed else "VB298", place, {**details, "source": row.source})


def _twice(cases: Sequence[Case]) -> Iterator[Fault]:
    """A name of one office, or a key, that stands in two rows, however it is typed."""
    first: dict[tuple[str, ...], Case] = {}
    keys: dict[str, Case] = {}
    for case in sorted(cases, key=_row):
        who = (case.loai, *(_plainly(case.text(name)) for name in ("ten", "don_vi")))
        if not _differ(case, first.setdefault(who, case)):
            yield from _again(case, first[who], "ten")
        if key := case.text("ma"):
            yield from _again(case, keys.setdefault(key, case), "ma")


def _differ(one: Case, other: Case) -> bool:
    """Whether two people of one name in one office were born on different days."""
    born = one.text("ngay_sinh"), other.text("ngay_sinh")
    return all(born) and born[0] != born[1]


def _again(case: Case, first: Case, name: str) -> Iterator[Fault]:
    if case is not first:
        details: dict[str, object] = {"found": case.text(name), "first": first.place(name).cell}
        yield Fault("VB291", case.place(name), details)


def _row(case: Case) -> tuple[int, str]:
    cell = case.place("ten").cell or ""
    return len(cell), cell


def _plainly(words: str) -> str:
    return mark_first(" ".join(words.lower().split()))


def _not_members(dossier: Dossier) -> Iterator[Fault]:
    members = {_plainly(str(member["ho_ten"])) for member in dossier.common.members}
    for role in ("chu_tri", "thu_ky"):
        name = str(dossier.common.values[role])
        if _plainly(name) not in members:
            yield Fault("VB299", dossier.common.data.places.value((role,)), {"found": name})


def _votes(case: Case, members: int, day: date | None) -> Iterator[Fault]:
    votes, place = case.votes, case.place("tan_thanh")
    if not 0 <= votes <= members or votes != votes.to_integral_value():
        yield Fault("VB293", place, {"found": so_vn(votes), "members": members})
        return
    needed = threshold_of(case.award, day) if day else None
    if needed and votes * 100 < members * needed.percent:
        details: dict[str, object] = {
            "name": case.text("ten"),
            "votes": so_vn(votes),
            "members": members,
            "share": ty_le(votes, members),
            "percent": needed.percent,
            "award": case.award.name,
            "source": needed.source,
        }
        yield Fault("VB294" if needed.confirmed else "VB295", place, details)


def _years(case: Case) -> Iterator[Fault]:
    years = case.award.years
    if years is not None and case.years < years:
        details: dict[str, object] = {
            "name": case.text("ten"),
            "found": so_vn(case.years),
            "award": case.award.name,
            "years": years,
            "source": case.award.source,
        }
        yield Fault("VB296", case.place("so_nam"), details)
