"""A finished paper held against the figures: each number that says something else is named.

Only what is sure is judged: a cell whose row and column name a target or a unit, a number in a sentence that
names a target and gives its unit, the counts of targets and units. Everything else is let be.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from itertools import pairwise
from typing import Any

from vanban.check.grid import Figure, Grid, Row, figure_of, grids
from vanban.check.model import Case, Example, Hit, Rule
from vanban.check.prose import Passage, passages
from vanban.language import N_
from vanban.so_lieu import Reported, results
from vanban.tiengviet.numbers import so_vn
from vanban.tiengviet.unicode import without_diacritics

_CLAUSE = "Số liệu của cơ quan"
_REMEDY = N_("Sửa lại theo tệp số liệu, hoặc sửa số liệu nguồn rồi làm lại văn bản.")

_COLUMNS: tuple[tuple[str, str], ...] = (
    (r"ky truoc|cung ky|nam truoc", "ky_truoc"),
    (r"tang.*giam|so voi|chenh lech", "tang_giam"),
    (r"ty le|binh quan|%", "ty_le"),
    (r"chua dat", "so_chua_dat"),
    (r"ket qua|thuc hien", "ket_qua"),
    (r"muc giao|phai dat|chi tieu giao|ke hoach|chi tieu", "chi_tieu"),
)
"""What a column shows, by the words over it; the first that fits."""
_NUMBER = re.compile(r"(?<![\w/.,-])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![\w/]|[.,]\d)")
_COUNTS: tuple[tuple[str, Callable[[Mapping[str, Any]], tuple[int, ...]]], ...] = (
    (r"(\d+)/(\d+) chi tieu dat va vuot",
     lambda found: (found["so_vuot"] + found["so_dat"], found["so_chi_tieu"])),
    (r"(?<!va )vuot (\d+) chi tieu", lambda found: (found["so_vuot"],)),
    (r"chua dat (\d+) chi tieu", lambda found: (found["so_chua_dat"],)),
    (r"(\d+)/(\d+) don vi gui so lieu",
     lambda found: (found["so_don_vi"] - len(found["thieu"]), found["so_don_vi"])),
)  # fmt: skip
"""Sentences that count, without diacritics, and what they should say."""
_SPACES = re.compile(r"\s+")
_UNIT_OF_NAME = re.compile(r"\s*\([^()]*\)$")


def rules_of_figures(period: Reported, before: Reported | None) -> tuple[Rule, ...]:
    """Rules that hold a paper against the figures of a period.

    Args:
        period: what was reported.
        before: the period before, where it is known.

    Returns:
        TT-2501 (cells of tables), TT-2502 (numbers in sentences), TT-2503 (counts).
    """
    facts = _Facts(period, before)
    return (
        _rule(
            "TT-2501",
            N_("Số trong bảng không khớp với tệp số liệu"),
            N_("«{item}»: {found}, theo số liệu là {expected}."),
            partial(_in_tables, facts),
        ),
        _rule(
            "TT-2502",
            N_("Số trong câu không khớp với tệp số liệu"),
            N_("«{item}»: {found} không có trong số liệu; số liệu có {expected}."),
            partial(_in_sentences, facts),
        ),
        _rule(
            "TT-2503",
            N_("Số đếm không khớp với tệp số liệu"),
            N_("{found}, theo số liệu là {expected}."),
            partial(_in_counts, facts),
        ),
    )


def _rule(name: str, title: str, message: str, find: Callable[[Case], Iterator[Hit]]) -> Rule:
    nothing = Example()
    return Rule(name, title, _CLAUSE, "error", "text", message, _REMEDY, nothing, nothing, find)


class _Facts:
    """The results of a period: those of all units, and those of the one that a paper is of."""

    def __init__(self, period: Reported, before: Reported | None) -> None:
        self._period, self._before = period, before
        self._of_all = results(period, before)
        self._units = {_plain(unit.ten): unit for unit in period.don_vi}

    def of(self, case: Case) -> Mapping[str, Any]:
        """The results that a paper is about: of one unit where that has issued it."""
        issuers = (_plain(part.text) for part in case.all("co_quan"))
        unit = next((self._units[name] for name in issuers if name in self._units), None)
        return results(self._period, self._before, unit.ma) if unit else self._of_all


# Tables -----------------------------------------------------------------------------------------------


def _in_tables(facts: _Facts, case: Case) -> Iterator[Hit]:
    found = facts.of(case)
    items = {_plain(item["ten"]): item for item in found["chi_tieu"]}
    units = {_plain(unit["ten"]): unit for unit in found["don_vi"]}
    for grid in grids(case):
        by_item = {column: items.get(_named(grid, column)) for column in range(len(grid.heads))}
        meant = {column: _meaning(grid, column) for column in range(len(grid.heads))}
        for number, row in enumerate(grid.rows):
            for column, expected, name in _expected(row, by_item, meant, items, units):
                cell = row.cells[column]
                shown = figure_of(cell.text)
                if shown and not shown.blank and expected is not None and not _agrees(shown, expected):
                    said = so_vn(expected, shown.decimals)
                    yield grid.hit(case, number, column, item=name, found=cell.text, expected=said)


def _expected(
    row: Row,
    by_item: Mapping[int, Mapping[str, Any] | None],
    meant: Mapping[int, str],
    items: Mapping[str, Mapping[str, Any]],
    units: Mapping[str, Mapping[str, Any]],
) -> Iterator[tuple[int, Decimal | None, str]]:
    """The cells of a row that show figures: their columns, what they should show, and of what."""
    label = _plain(row.label)
    item = items.get(label) or items.get(_UNIT_OF_NAME.sub("", label))
    unit = units.get(label)
    total = row.is_total or label in ("chung", "toan phuong", "toan xa")
    for column in row.cells:
        over = by_item[column]
        if item and column and meant[column]:
            yield column, item.get(meant[column]), row.label
        elif unit and over:
            own = next((one for one in over["don_vi"] if one["ma"] == unit["ma"]), None)
            yield column, own and own["ket_qua"], f"{unit['ten']}, {over['ten']}"
        elif unit and meant[column] in ("ty_le", "so_chua_dat"):
            value = unit[meant[column]]
            yield column, None if value is None else Decimal(value), unit["ten"]
        elif total and over:
            yield column, over["ket_qua"], over["ten"]


def _named(grid: Grid, column: int) -> str:
    """The words over a column, without the unit of measure behind them."""
    return _UNIT_OF_NAME.sub("", _plain(" ".join(grid.heads[column])))


def _meaning(grid: Grid, column: int) -> str:
    words = _plain(" ".join(grid.heads[column]))
    return next((meant for pattern, meant in _COLUMNS if re.search(pattern, words)), "")


def _agrees(shown: Figure, expected: Decimal) -> bool:
    """Whether a number is what the figures give, rounded to as many places as it shows."""
    return expected.quantize(shown.step, rounding=ROUND_HALF_UP) == shown.value


# Sentences --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Named:
    """A target that a passage names, and the words about it: up to the next one, or the end."""

    item: Mapping[str, Any]
    start: int
    end: int


def _in_sentences(facts: _Facts, case: Case) -> Iterator[Hit]:
    found = facts.of(case)
    for passage in passages(case, tables=False):
        for named in _names(passage, found["chi_tieu"]):
            yield from _of_item(passage, named, found)


def _names(passage: Passage, items: Sequence[Mapping[str, Any]]) -> list[_Named]:
    """The targets that a passage names, in their order; the longest of names that begin alike."""
    text = _folded(passage.text)
    spots: dict[int, Mapping[str, Any]] = {}
    taken = [False] * len(text)
    for item in sorted(items, key=lambda one: -len(one["ten"])):
        for match in re.finditer(rf"(?<!\w){re.escape(_folded(item['ten']))}(?!\w)", text):
            if not any(taken[match.start() : match.end()]):
                spots[match.end()] = item
                taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    ends = [*sorted(spots), len(text)]
    return [_Named(spots[start], start, end) for start, end in pairwise(ends)]


def _of_item(passage: Passage, named: _Named, found: Mapping[str, Any]) -> Iterator[Hit]:
    """Numbers with the unit of the target, or in per cent, that are none of its figures."""
    item = named.item
    unit = item["don_vi_tinh"]
    plain = {item[key] for key in ("ket_qua", "chi_tieu", "ky_truoc")}
    plain |= {one[key] for one in item["don_vi"] for key in ("ket_qua", "chi_tieu", "ky_truoc")}
    change = {abs(one["tang_giam"]) for one in (item, *item["don_vi"]) if one["tang_giam"] is not None}
    shares = {one["ty_le"] for one in (item, *item["don_vi"])}
    words = passage.text[: named.end]
    for period in filter(None, (found["ky"], found["ky_truoc"])):
        words = words.replace(period, " " * len(period))
    for match in _NUMBER.finditer(words, named.start):
        after = words[match.end() :].lstrip()
        if after.startswith("%"):
            true = plain | shares if unit == "%" else shares
        elif unit and (after.startswith(unit) or (unit == "%" and after.startswith("điểm phần trăm"))):
            true = plain | change
        else:
            continue
        shown = figure_of(match[0])
        known = {value for value in true if value is not None}
        if shown and known and not any(_agrees(shown, value) for value in known):
            own = (item["ket_qua"], item["chi_tieu"], item["ky_truoc"])
            said = "; ".join(so_vn(value) for value in own if value is not None)
            yield passage.hit(match.start(), match.end(), item=item["ten"], found=match[0], expected=said)


def _in_counts(facts: _Facts, case: Case) -> Iterator[Hit]:
    found = facts.of(case)
    for passage in passages(case, tables=False):
        for pattern, true in _COUNTS:
            for match in re.finditer(pattern, _folded(passage.text)):
                expected = true(found)
                if tuple(map(int, match.groups())) != expected:
                    words = passage.text[match.start() : match.end()]
                    said = "/".join(f"{number:02}" for number in expected)
                    yield passage.hit(match.start(), match.end(), found=words, expected=said)


def _folded(text: str) -> str:
    """The text in small letters without diacritics, as long as it was."""
    small = "".join(without_diacritics(letter)[:1] or letter for letter in text)
    return small.lower() if len(small.lower()) == len(text) else small


def _plain(text: str) -> str:
    return _SPACES.sub(" ", _folded(text)).strip()
