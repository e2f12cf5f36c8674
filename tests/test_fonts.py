"""The fonts that stand for Times New Roman: found by file, proved by their characters, measured exactly."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

from vanban import fonts
from vanban.errors import ExitCode, InputError, ToolMissingError

TNR_FILES = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
LIBERATION_FILES = tuple(
    f"LiberationSerif-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic")
)
MOTTO = "Độc lập - Tự do - Hạnh phúc"


@pytest.fixture(scope="module")
def font_set() -> fonts.FontSet:
    return fonts.find_font_set()


def copies(font_set: fonts.FontSet, folder: Path, names: tuple[str, ...]) -> Path:
    folder.mkdir(exist_ok=True)
    for path, name in zip(font_set.paths, names, strict=True):
        shutil.copyfile(path, folder / name)
    return folder


def without_vietnamese(path: Path, target: Path) -> None:
    """What Debian's Liberation 1.x is: the same name, no Vietnamese letters."""
    font = TTFont(path)
    subsetter = Subsetter()
    subsetter.options.name_IDs = ["*"]
    subsetter.populate(text="".join(chr(code) for code in range(0x20, 0x180)))
    subsetter.subset(font)
    font.save(target)


def test_this_machine_has_a_family_with_every_vietnamese_letter(font_set: fonts.FontSet) -> None:
    assert len(fonts.VIETNAMESE_LETTERS) == 134
    assert fonts.missing_characters("".join(sorted(fonts.NEEDED_CHARACTERS)), font_set) == ""
    assert [TTFont(path)["name"].getDebugName(2) for path in font_set.paths] == [
        "Regular",
        "Bold",
        "Italic",
        "Bold Italic",
    ]
    assert all(TTFont(path)["name"].getDebugName(1) == font_set.family for path in font_set.paths)


def test_widths_are_those_of_a_general_font_library(font_set: fonts.FontSet) -> None:
    for bold, italic, path in zip((0, 1, 0, 1), (0, 0, 1, 1), font_set.paths, strict=True):
        face = TTFont(path)
        glyphs, advances = face.getBestCmap(), face["hmtx"]
        for code, glyph in glyphs.items():
            width = fonts.text_width_pt(
                chr(code), face["head"].unitsPerEm, bold=bool(bold), italic=bool(italic), font_set=font_set
            )
            assert width == advances[glyph][0], (path.name, chr(code))


def test_the_width_of_a_line_grows_with_its_size_and_weight(font_set: fonts.FontSet) -> None:
    assert fonts.text_width_pt(MOTTO, 14, bold=True) == pytest.approx(171.4, abs=0.1)
    assert fonts.text_width_pt(MOTTO, 7, bold=True) == pytest.approx(171.4 / 2, abs=0.05)
    assert fonts.text_width_pt(MOTTO, 14) < fonts.text_width_pt(MOTTO, 14, bold=True)
    assert fonts.text_width_pt("", 14) == 0


def test_lines_take_as_many_words_as_fit() -> None:
    text = "ỦY BAN NHÂN DÂN PHƯỜNG TÂY MỖ"
    width = fonts.text_width_pt("ỦY BAN NHÂN DÂN", 13, bold=True)
    assert fonts.break_lines(text, 13, width, bold=True) == ["ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"]
    assert fonts.break_lines(text, 13, width - 0.1, bold=True) == ["ỦY BAN NHÂN", "DÂN PHƯỜNG TÂY", "MỖ"]
    assert fonts.break_lines(text, 13, 1000, bold=True) == [text]


def test_a_word_wider_than_the_line_stands_alone_and_no_break_spaces_hold() -> None:
    assert fonts.break_lines("a Nguyễn\u00a0Văn\u00a0A b", 14, 30) == ["a", "Nguyễn\u00a0Văn\u00a0A", "b"]
    assert fonts.break_lines("", 14, 30) == [""]
    assert fonts.break_lines("  a   b ", 14, 300) == ["a b"]


def test_missing_characters_are_told_once_and_in_order() -> None:
    assert fonts.missing_characters("Kế hoạch\n“năm” 2026…") == ""
    assert fonts.missing_characters("a😀b⁂😀") == "😀⁂"


def test_every_part_with_a_character_that_cannot_be_set_is_reported() -> None:
    fonts.check_characters({"trich_yeu": "Tuyên truyền", "co_quan": "UBND"})
    with pytest.raises(InputError) as caught:
        fonts.check_characters({"trich_yeu": "Vui 😀", "co_quan": "UBND", "noi_dung": "⁂ và 中"})
    assert [(fault.kind, fault.place.part) for fault in caught.value.faults] == [
        ("VB063", "trich_yeu"),
        ("VB063", "noi_dung"),
    ]
    assert "“😀” (U+1F600)" in caught.value.faults[0].message
    assert "U+2042" in caught.value.faults[1].message
    assert "U+4E2D" in caught.value.faults[1].message


def test_times_new_roman_is_preferred_to_what_replaces_it(font_set: fonts.FontSet, tmp_path: Path) -> None:
    copies(font_set, tmp_path, LIBERATION_FILES)
    assert fonts.find_font_set([tmp_path]).regular.name == "LiberationSerif-Regular.ttf"
    other = copies(font_set, tmp_path / "times", TNR_FILES)
    assert fonts.find_font_set([tmp_path, other]).regular.name == "times.ttf"


def test_the_environment_names_the_only_folders_that_are_searched(
    font_set: fonts.FontSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VANBAN_FONTS", str(copies(font_set, tmp_path / "fonts", TNR_FILES)))
    assert fonts.find_font_set().bold == tmp_path / "fonts" / "timesbd.ttf"
    monkeypatch.setenv("VANBAN_FONTS", str(tmp_path / "empty"))
    with pytest.raises(ToolMissingError):
        fonts.find_font_set()


def test_an_old_version_without_vietnamese_is_passed_over(font_set: fonts.FontSet, tmp_path: Path) -> None:
    old, new = tmp_path / "old", copies(font_set, tmp_path / "new", LIBERATION_FILES)
    old.mkdir()
    for path, name in zip(font_set.paths, LIBERATION_FILES, strict=True):
        without_vietnamese(path, old / name)
    assert fonts.find_font_set([old, new]).regular.parent == new
    with pytest.raises(ToolMissingError) as caught:
        fonts.find_font_set([old])
    assert [fault.kind for fault in caught.value.faults] == ["VB060", "VB061"]
    assert "ạ" in caught.value.faults[1].message
    assert "fonts-liberation2" in caught.value.faults[0].remedy
    assert caught.value.exit_code == ExitCode.TOOL_MISSING


def test_one_face_without_vietnamese_is_enough_to_pass_a_family_over(
    font_set: fonts.FontSet, tmp_path: Path
) -> None:
    folder = copies(font_set, tmp_path, LIBERATION_FILES)
    without_vietnamese(font_set.italic, folder / LIBERATION_FILES[2])
    with pytest.raises(ToolMissingError, match="VB061"):
        fonts.find_font_set([folder])


@pytest.mark.parametrize("damage", [b"", b"not a font at all", None], ids=["empty", "text", "cut short"])
def test_a_damaged_file_is_named(font_set: fonts.FontSet, tmp_path: Path, damage: bytes | None) -> None:
    folder = copies(font_set, tmp_path / "fonts", LIBERATION_FILES)
    file = folder / LIBERATION_FILES[1]
    file.write_bytes(file.read_bytes()[:5000] if damage is None else damage)
    with pytest.raises(ToolMissingError, match=r"VB062 .*LiberationSerif-Bold\.ttf"):
        fonts.find_font_set([folder])


def test_the_hash_tells_font_files_apart(font_set: fonts.FontSet, tmp_path: Path) -> None:
    same = fonts.find_font_set([copies(font_set, tmp_path / "same", TNR_FILES)])
    assert same.sha256 == font_set.sha256
    swapped = copies(font_set, tmp_path / "swapped", (TNR_FILES[1], TNR_FILES[0], *TNR_FILES[2:]))
    assert fonts.find_font_set([swapped]).sha256 != font_set.sha256


def test_fontconfig_sees_our_family_alone_and_takes_it_for_times_new_roman(
    font_set: fonts.FontSet, tmp_path: Path
) -> None:
    file = fonts.fontconfig_file(font_set, tmp_path / "a & b")
    environment = fonts.fontconfig_environment(file)

    def ask(*command: str) -> str:
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert set(ask("fc-list", "--format", "%{family}\n").split("\n")) == {font_set.family, ""}
    for style, path in zip(("", ":bold", ":italic", ":bold:italic"), font_set.paths, strict=True):
        matched = ask("fc-match", f"Times New Roman{style}", "--format", "%{family}|%{file}")
        assert matched == f"{font_set.family}|{tmp_path / 'a & b' / 'fonts' / path.name}"
