"""The built-in content templates and the samples: complete, consistent, well spelled, dated."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from vanban.document import Document, schema
from vanban.document.blocks import Block, Figure, Footnote, Para, Table, plain
from vanban.fill import load_template, read, template_schema, templates
from vanban.office import Office
from vanban.tiengviet.numbers import bang_chu, parse_so_vn, ty_le

ROOT = Path(__file__).parent.parent
SAMPLES = {
    path.stem: path for path in sorted((ROOT / "samples").iterdir()) if path.suffix in {".md", ".yaml"}
}
KINDS = {
    "ke-hoach-nam": "ke-hoach",
    "bao-cao-ket-qua": "bao-cao",
    "to-trinh-khen-thuong": "to-trinh",
    "cong-van": "cong-van",
    "quyet-dinh": "quyet-dinh",
    "thong-bao": "thong-bao",
    "giay-moi": "giay-moi",
    "bien-ban": "bien-ban",
    "bao-cao-tong-hop": "bao-cao",
    "bao-cao-don-vi": "bao-cao",
    "cong-van-so-lieu": "cong-van",
    "bao-cao-thanh-tich-tap-the": "bao-cao",
    "bao-cao-thanh-tich-ca-nhan": "bao-cao",
    "bien-ban-hop-xet-khen-thuong": "bien-ban",
}
TEMPLATE_FILES = ("template.yaml", "content.md")
every_sample = pytest.mark.parametrize("name", SAMPLES)


@cache
def sample(name: str) -> Document:
    return read(SAMPLES[name], Office()).document


def blocks(document: Document) -> Iterator[Block]:
    yield from document.noi_dung
    for annex in document.phu_luc:
        yield from annex.noi_dung


def paragraphs(body: Iterable[Block], *levels: str) -> list[Para]:
    return [block for block in body if isinstance(block, Para) and block.loai in levels]


def words(document: Document) -> str:
    """All the text of a document, a line a paragraph or cell."""
    lines = [document.trich_yeu, *document.can_cu, *document.kinh_gui, *document.noi_nhan, document.luu]
    for block in blocks(document):
        if isinstance(block, Para):
            lines.append(plain(block.text))
        elif isinstance(block, Table):
            lines += [plain(cell.text) for row in block.rows for cell in row]
    return "\n".join(lines)


def tables(document: Document) -> list[list[list[str]]]:
    return [
        [[plain(cell.text) for cell in row] for row in block.rows[block.header_rows :]]
        for block in blocks(document)
        if isinstance(block, Table)
    ]


def headings(document: Document) -> list[str]:
    return [plain(block.text) for block in paragraphs(document.noi_dung, "muc")]


# The templates ----------------------------------------------------------------------------------------


def test_the_templates_are_there_each_of_its_kind() -> None:
    assert {info.name: info.loai for info in templates()} == KINDS


@pytest.mark.parametrize("name", KINDS)
def test_every_template_has_a_sample_of_its_kind(name: str) -> None:
    assert f"mau: {name}" in SAMPLES[name].read_text("utf-8").splitlines()
    assert sample(name).loai == KINDS[name]


# The samples as a whole -------------------------------------------------------------------------------


@every_sample
def test_a_sample_has_every_part_its_form_asks_for(name: str) -> None:
    document = sample(name)
    form = document.kind.form
    assert all((document.co_quan, document.so, document.ky_hieu, document.trich_yeu, document.noi_dung))
    assert bool(document.dia_danh and document.ngay) is form.place_and_date
    assert bool(document.kinh_gui) is document.addressed
    assert bool(document.tham_quyen_ban_hanh) is form.authority_line
    assert document.nguoi_ky
    assert all(signer.chuc_vu and signer.ho_ten for signer in document.nguoi_ky)
    assert document.luu.startswith("VT")


@every_sample
def test_the_editor_finds_the_schema_that_the_sample_names(name: str) -> None:
    comment = next(line for line in SAMPLES[name].read_text("utf-8").splitlines() if line != "---")
    named = re.fullmatch(r"# yaml-language-server: \$schema=(schema/[a-z-]+\.json)", comment)
    assert named, comment
    found = json.loads((ROOT / "samples" / named[1]).read_text("utf-8"))
    assert found == (template_schema(load_template(name, Office())) if name in KINDS else schema())


@every_sample
def test_titles_are_bold_lines_and_sentences_are_not(name: str) -> None:
    for block in paragraphs(blocks(sample(name)), "dieu", "khoan", "diem"):
        assert block.titled is (plain(block.text)[-1] not in ".;:"), plain(block.text)


@every_sample
def test_numbers_follow_each_other(name: str) -> None:
    """No khoản is left out or given twice where a loop counts beside numbers that are written."""
    document = sample(name)
    for body in (document.noi_dung, *(annex.noi_dung for annex in document.phu_luc)):
        last = 0
        for block in paragraphs(body, "chuong", "muc", "dieu", "khoan"):
            assert block.loai != "khoan" or int(block.so) == last + 1, plain(block.text)
            last = int(block.so) if block.loai == "khoan" else 0


@every_sample
def test_an_annex_is_referred_to_in_the_text(name: str) -> None:
    """Phụ lục I, Phần I, III.1.a."""
    document = sample(name)
    annexes = [annex for annex in document.phu_luc if not annex.loai]
    numbers = ["Phụ lục I", "Phụ lục II"] if len(annexes) > 1 else ["Phụ lục"] * len(annexes)
    body = "\n".join(plain(block.text) for block in document.noi_dung if isinstance(block, Para))
    assert all(number in body for number in numbers)


@every_sample
def test_weekdays_agree_with_their_dates_and_papers_are_issued_on_working_days(name: str) -> None:
    days = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")
    document = sample(name)
    found = re.findall(r"thứ (\w+), ngày (\d+) tháng (\d+) năm (\d+)", words(document))
    for weekday, day, month, year in found:
        assert days[date(int(year), int(month), int(day)).weekday()] == weekday
    if document.ngay and document.ngay.thang and document.ngay.ngay:
        assert date(document.ngay.nam, document.ngay.thang, document.ngay.ngay).weekday() < 5


@every_sample
def test_no_sample_rests_on_an_expired_base_or_a_district(name: str) -> None:
    gone = r"98/2023/NĐ-CP|01/2024/TT-BNV|29/2023/TT-BGDĐT|\b(?:huyện|quận|thị xã|thị trấn)\b"
    assert not re.findall(gone, words(sample(name)), re.IGNORECASE)


@every_sample
def test_laws_are_cited_by_name_and_date_and_other_bases_in_full(name: str) -> None:
    """Phụ lục I, Phần I, II.6.a."""
    for base in sample(name).can_cu:
        if base.startswith("Căn cứ Luật"):
            assert re.fullmatch(r"Căn cứ Luật [^\d]+ ngày \d\d tháng \d\d? năm \d{4}", base)
        elif base.startswith("Căn cứ"):
            assert re.search(r" số \d+(/\d{4})?/\S+ ngày \d\d tháng \d\d? năm \d{4} của ", base), base


@pytest.mark.parametrize(
    "path",
    [*SAMPLES.values(), *(ROOT / "templates" / name / file for name in KINDS for file in TEMPLATE_FILES)],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_one_way_of_tone_marks_and_no_double_spaces(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.findall(r"\w*(?:o[àáảãạ]|o[èéẻẽẹ]|(?<![qQ])u[ỳýỷỹỵ])\b", text, re.IGNORECASE)
    assert not re.findall(r"[^\s|:]  +\S", text)
    assert not re.findall(r"\w [,.;:!?](?=\s)", text)


# One by one ---------------------------------------------------------------------------------------------


def test_the_main_sample_is_a_whole_plan_with_a_landscape_annex() -> None:
    plan = sample("ke-hoach-tuyen-truyen-2026")
    assert headings(plan) == [
        "MỤC ĐÍCH, YÊU CẦU",
        "NỘI DUNG VÀ KÊNH THÔNG TIN, TUYÊN TRUYỀN",
        "NHIỆM VỤ TRỌNG TÂM",
        "KINH PHÍ THỰC HIỆN",
        "TỔ CHỨC THỰC HIỆN",
    ]
    assert [annex.ngang for annex in plan.phu_luc] == [True]
    assert 7_000 < len(words(plan)) < 12_000


def test_the_yearly_plan_adds_up_its_budget_in_figures_and_words() -> None:
    plan = sample("ke-hoach-nam")
    budget = tables(plan)[1]
    total = sum(int(parse_so_vn(row[2])) for row in budget[:-1])
    assert parse_so_vn(budget[-1][2]) == total
    assert f"(bằng chữ: {bang_chu(total)} đồng)" in words(plan)


def test_the_report_adds_up_its_units_and_works_out_every_percentage() -> None:
    report = sample("bao-cao-ket-qua")
    targets, units = tables(report)
    for row in targets:
        assert row[5] == ty_le(parse_so_vn(row[4]), parse_so_vn(row[3]))
    met = sum(parse_so_vn(row[4]) >= parse_so_vn(row[3]) for row in targets)
    reached = f"có {met:02}/{len(targets):02} chỉ tiêu đạt và vượt kế hoạch, bằng {ty_le(met, len(targets))}"
    assert reached in words(report)
    total = units.pop()
    for planned, done in ((2, 3), (5, 6)):
        sums = [sum(parse_so_vn(row[column]) for row in units) for column in (planned, done)]
        assert [parse_so_vn(total[column]) for column in (planned, done)] == sums
        assert total[done + 1] == ty_le(sums[1], sums[0])
    assert report.addressed


def test_the_report_merges_the_cells_of_its_header() -> None:
    units = [block for block in sample("bao-cao-ket-qua").noi_dung if isinstance(block, Table)][1]
    assert units.header_rows == 2
    assert [[cell.merge for cell in row] for row in units.rows[:2]] == [
        ["", "", "", "left", "left", "", "left", "left"],
        ["up", "up", "", "", "", "", "", ""],
    ]


def test_the_proposal_counts_its_lists_in_figures_and_words() -> None:
    proposal = sample("to-trinh-khen-thuong")
    summary, groups, people = tables(proposal)
    groups_in_words, people_in_words = bang_chu(len(groups)), bang_chu(len(people))
    counted = f"{len(groups):02} ({groups_in_words}) tập thể và {len(people)} ({people_in_words}) cá nhân"
    assert counted in words(proposal)
    counts = [(row[1], int(row[2])) for row in summary if row[0] not in "AB"]
    assert counts == [
        (award, sum(row[-1] == award for row in rows))
        for rows in (groups, people)
        for award in dict.fromkeys(row[-1] for row in rows)
    ]
    assert len({row[1] for row in people}) == len(people) > 40


def test_minutes_and_proposal_agree() -> None:
    minutes, proposal = sample("bien-ban"), sample("to-trinh-khen-thuong")
    summary, groups, people = tables(proposal)
    assert f"{len(groups):02} tập thể và {len(people):02} cá nhân đủ điều kiện" in words(minutes)
    members, votes = tables(minutes)
    voted = [re.findall(r"\((\d+) ", row[1])[0] for row in votes]
    assert voted == [row[2] for row in summary if row[0] not in "AB"]
    fewest = min(int(row[2]) for row in votes)
    assert f"ít nhất {fewest:02}/{len(members):02} thành viên Hội đồng tán thành" in words(proposal)
    number = f"Biên bản số {minutes.so}/{minutes.ky_hieu}"
    assert any(number in base for base in proposal.can_cu)


def test_minutes_have_two_signers_and_no_date_line() -> None:
    minutes = sample("bien-ban")
    signers = [(signer.vi_tri, signer.chuc_vu) for signer in minutes.nguoi_ky]
    assert signers == [("trai", "THƯ KÝ"), ("phai", "CHỦ TỌA")]
    assert minutes.ngay is None
    assert not minutes.dia_danh


def test_the_decision_issues_a_regulation_of_its_own_chapters() -> None:
    decision = sample("quyet-dinh")
    assert [block.so for block in paragraphs(decision.noi_dung, "dieu")] == ["1", "2", "3"]
    (regulation,) = decision.phu_luc
    assert regulation.loai == "quy-che"
    chapters, articles = (paragraphs(regulation.noi_dung, level) for level in ("chuong", "dieu"))
    assert [block.so for block in chapters] == ["I", "II", "III", "IV"]
    assert [block.so for block in articles] == [str(number) for number in range(1, 12)]


def test_the_letter_goes_to_several_and_shows_the_address() -> None:
    letter = sample("cong-van")
    assert len(letter.kinh_gui) == 3
    assert letter.dia_chi
    assert not letter.can_cu


def test_the_book_day_report_has_notes_and_a_described_picture_and_right_sums() -> None:
    report = sample("bao-cao-ngay-sach-2026")
    texts = [block.text for block in blocks(report) if isinstance(block, Para)]
    notes = [part for text in texts for part in text if isinstance(part, Footnote)]
    (figure,) = [block for block in report.noi_dung if isinstance(block, Figure)]
    assert len(notes) == 2
    assert figure.alt
    assert figure.caption
    assert len(figure.data) <= 20_000
    (rows,) = tables(report)
    for column in range(1, 6):
        assert int(rows[-1][column]) == sum(int(row[column]) for row in rows[:-1])
