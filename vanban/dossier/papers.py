"""A dossier → its papers: the proposal, the minutes and one report of merits for each case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from vanban.document import Document
from vanban.dossier.fields import COMMON
from vanban.dossier.model import Case, Dossier
from vanban.errors import Fault, InputError, VanbanError
from vanban.files import NAME_LIMIT, Names, slug
from vanban.fill import Template, fill, load_template
from vanban.fill.fields import PARTS
from vanban.language import N_, _
from vanban.located import Located, Places, unknown_key
from vanban.office import Office
from vanban.thethuc.khen_thuong import Loai

PROPOSAL, MINUTES = "to-trinh-khen-thuong", "bien-ban-hop-xet-khen-thuong"
REPORTS: Mapping[Loai, str] = {
    "tap_the": "bao-cao-thanh-tich-tap-the",
    "ca_nhan": "bao-cao-thanh-tich-ca-nhan",
}
SECTIONS: Mapping[str, str] = {
    MINUTES: "bien_ban",
    REPORTS["tap_the"]: "bao_cao_tap_the",
    REPORTS["ca_nhan"]: "bao_cao_ca_nhan",
}
"""The keys of the common file under which a paper has parts of its own; the proposal has those at the top."""
_COUNCIL: Mapping[str, object] = {
    "co_quan": ["HỘI ĐỒNG", "THI ĐUA - KHEN THƯỞNG"],
    "ky_hieu": "BB-HĐTĐKT",
}
_ENCLOSED: Mapping[str, object] = {
    "tai_lieu_kem_theo": [
        "Báo cáo thành tích của các trường hợp được đề nghị khen thưởng.",
        "Biên bản họp Hội đồng Thi đua - Khen thưởng, có kết quả bỏ phiếu của từng trường hợp.",
    ]
}
"""What stands in the minutes and the proposal where the common file does not say it."""
_TIME = "dot_khen_thuong"
_NO_SYMBOL = "BC-……"
_COUNTED = ("so_thanh_vien", "so_tan_thanh", "tap_the", "ca_nhan")
"""Fields that are worked out and cannot be given."""
_OWN = tuple(one.name for one in COMMON)
"""What the program itself asks for."""
_SECTION = N_("các mục con «tên: giá trị»")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the dossier: the name of its files without the ending, and the case whose report it is."""

    name: str
    document: Document
    case: Case | None = None


def make_papers(dossier: Dossier, office: Office) -> tuple[Paper, ...]:
    """Fill the templates: first the proposal, then the minutes, then the reports in the order of the lists.

    Raises:
        InputError: every fault, each once: VB020, VB021 unknown keys of the common file, and those of
            :func:`vanban.fill.fill`.
    """
    writer = _Writer(dossier, office)
    papers = tuple(writer.papers())
    faults = {str(fault): fault for fault in (*writer.unknown(), *writer.faults)}
    if faults:
        raise InputError(faults.values())
    return papers


class _Writer:
    """Fills the templates with what the dossier has for each."""

    def __init__(self, dossier: Dossier, office: Office) -> None:
        self.dossier = dossier
        self.office = office
        self.data = dossier.common.data
        self.templates = {name: load_template(name, office) for name in (PROPOSAL, *SECTIONS)}
        self.faults: list[Fault] = []

    def papers(self) -> Iterator[Paper]:
        """Every paper that can be filled."""
        width = len(f"{len(self.dossier.cases) + 2:02}")
        groups, people = self.dossier.of("tap_the"), self.dossier.of("ca_nhan")
        fewest = min((case.votes for case in self.dossier.cases), default=0)
        lists = {"tap_the": [_line(case) for case in groups], "ca_nhan": [_line(case) for case in people]}
        counted = {"so_thanh_vien": len(self.dossier.common.members), "so_tan_thanh": fewest, **lists}
        yield from self._filled(f"{1:0{width}}-to-trinh", PROPOSAL, counted, _ENCLOSED)
        votes = {"tap_the": [_vote(case) for case in groups], "ca_nhan": [_vote(case) for case in people]}
        head = {**_COUNCIL, **self._borrowed(co_quan_chu_quan="co_quan_chu_quan")}
        yield from self._filled(f"{2:0{width}}-bien-ban", MINUTES, votes, head)
        names = Names()
        for number, case in enumerate(self.dossier.cases, start=3):
            name = names.take(f"{number:0{width}}-bao-cao-{slug(case.text('ten'), NAME_LIMIT - 14)}")
            yield from self._filled(name, REPORTS[case.loai], _report(case), self._head(case), case)

    def unknown(self) -> Iterator[Fault]:
        """The keys of the common file that no paper asks for, and sections that are none."""
        asked = {one.name for template in self.templates.values() for one in template.fields}
        allowed = [*sorted(asked.difference(_COUNTED)), *_OWN, *PARTS, *SECTIONS.values()]
        for key, value in self.data.items():
            if key not in allowed:
                yield unknown_key((key,), allowed, self.data.places)
            elif key in SECTIONS.values() and not isinstance(value, Mapping):
                details: dict[str, object] = {"part": key, "expected": _(_SECTION)}
                yield Fault("VB025", self.data.places.value((key,)), details)

    def _filled(
        self,
        name: str,
        paper: str,
        own: Mapping[str, object],
        head: Mapping[str, object],
        case: Case | None = None,
    ) -> Iterator[Paper]:
        template = self.templates[paper]
        places = Places(self.data.places.file) if case is None else case.places
        known = {*(one.name for one in template.fields), *PARTS}
        asked = {key: value for key, value in own.items() if key in known}
        data = Located(asked, places).over(self._shared(paper, template))
        data = data.over({key: value for key, value in head.items() if key in known})
        try:
            yield Paper(name, fill(template, data, defaults=self.office.defaults), case)
        except VanbanError as failure:
            self.faults += failure.faults

    def _shared(self, paper: str, template: Template) -> Located:
        """What the common file gives for a paper: the values of its section, over those of the top."""
        asked = {one.name for one in template.fields}.difference(_COUNTED)
        if paper == PROPOSAL:
            asked |= set(PARTS)
        top = Located({key: self.data[key] for key in asked if key in self.data}, self.data.places)
        section = self.data.get(SECTIONS.get(paper, ""))
        if not isinstance(section, Mapping):
            return top
        return Located(section, _inside(self.data.places, SECTIONS[paper])).over(top)

    def _head(self, case: Case) -> dict[str, object]:
        """The head of a report, which the unit itself issues, where the common file does not give it."""
        shared = self._borrowed(co_quan_chu_quan="co_quan_chu_quan", dia_danh="dia_danh", thoi_gian=_TIME)
        own: dict[str, object] = {"ky_hieu": case.text("ky_hieu_bao_cao") or _NO_SYMBOL}
        unit = case.text("don_vi")
        if case.loai == "tap_the":
            return {**shared, **own, "co_quan": case.text("ten").upper(), **_above(unit)}
        return {**shared, **own, "co_quan": unit.upper()}

    def _borrowed(self, **keys: str) -> dict[str, object]:
        """Values of the common file under other names."""
        return {name: self.data[key] for name, key in keys.items() if key in self.data}


def _inside(places: Places, key: str) -> Places:
    """The places of what lies under a key, as if it were a file of its own."""
    return replace(
        places,
        values={path[1:]: mark for path, mark in places.values.items() if path[:1] == (key,)},
        keys={path[1:]: mark for path, mark in places.keys.items() if path[:1] == (key,)},
    )


def _above(unit: str) -> dict[str, object]:
    """The office above a collective inside it."""
    return {"co_quan_chu_quan": unit.upper()} if unit else {}


def _line(case: Case) -> dict[str, object]:
    """A case in the lists of the proposal (danh sách trích ngang)."""
    common = {"thanh_tich": case.text("tom_tat"), "hinh_thuc": case.text("hinh_thuc_de_nghi")}
    return _named(case) | common


def _vote(case: Case) -> dict[str, object]:
    """A case in the minutes."""
    return _named(case) | {"hinh_thuc": case.text("hinh_thuc_de_nghi"), "tan_thanh": case.votes}


def _named(case: Case) -> dict[str, object]:
    if case.loai == "tap_the":
        return {"ten": case.full_name}
    return {"ho_ten": case.text("ten"), "don_vi": case.position}


def _report(case: Case) -> dict[str, object]:
    """A case in its report: what its row and the other sheets give; merits in short where no more is told."""
    given = {name: value for name, value in case.values.items() if value}
    return {
        "thanh_tich": f"- {case.text('tom_tat').rstrip('.')}.",
        **given,
        **case.tables,
        "ten" if case.loai == "tap_the" else "ho_ten": case.full_name,
        "de_nghi": case.asked,
    }
