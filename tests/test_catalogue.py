"""The English catalogue says everything that the program says, with the same gaps, and is compiled."""

from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import vanban
from vanban import language
from vanban.errors import Fault

PACKAGE = Path(vanban.__file__).parent
PO = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "vanban.po"


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="en", domain="vanban")


@pytest.fixture(scope="module")
def messages() -> set[str]:
    """Every message of the code, as ``make catalogues`` collects them."""
    found = extract_from_dir(PACKAGE, keywords={**DEFAULT_KEYWORDS, "N_": None})
    return {str(message) for _file, _line, message, _comments, _context in found}


def english(catalogue: Catalog) -> dict[str, str]:
    return {str(message.id): str(message.string) for message in catalogue if message.id}


def gaps(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", sentence))


def test_every_message_has_an_english_sentence(catalogue: Catalog, messages: set[str]) -> None:
    translated = english(catalogue)
    assert sorted(message for message in messages if not translated.get(message)) == []


def test_the_catalogue_keeps_no_message_that_the_code_has_dropped(
    catalogue: Catalog, messages: set[str]
) -> None:
    assert sorted(set(english(catalogue)) - messages) == []


def test_english_sentences_have_the_gaps_of_the_vietnamese_ones(catalogue: Catalog) -> None:
    pairs = english(catalogue).items()
    assert [message for message, sentence in pairs if sentence and gaps(message) != gaps(sentence)] == []


def test_the_compiled_catalogue_is_in_step_with_its_source(catalogue: Catalog) -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    expected = {message: sentence or message for message, sentence in english(catalogue).items()}
    assert {message: compiled.gettext(message) for message in expected} == expected


def test_a_fault_speaks_the_chosen_language() -> None:
    fault = Fault("VB011", details={"reason": "EACCES"})
    assert fault.message == "Không đọc được tệp: EACCES."
    language.choose("en")
    assert fault.message == "The file cannot be read: EACCES."


def test_a_language_without_catalogue_is_vietnamese() -> None:
    language.choose("fr")
    assert Fault("VB010").message == "Không tìm thấy tệp."


def test_the_environment_chooses_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_LANG", "en")
    language.choose()
    assert Fault("VB010").message == "The file was not found."
