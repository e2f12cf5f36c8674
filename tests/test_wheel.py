"""The wheel holds all that the program needs, and works where there is no checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples" / "ke-hoach-nam.yaml"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    (built,) = folder.glob("vanban-*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an otherwise empty environment into which the wheel was installed."""
    home = tmp_path_factory.mktemp("empty")
    builder = venv.EnvBuilder(symlinks=os.name != "nt")
    python = builder.ensure_directories(home).env_exe
    builder.create(home)
    _run(
        sys.executable,
        "-m",
        "pip",
        "-q",
        "--python",
        python,
        "install",
        "-c",
        ROOT / "constraints.txt",
        wheel,
    )
    return Path(python).parent


def test_the_wheel_holds_templates_and_catalogue_and_nothing_of_the_checkout(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    in_checkout = {
        f"vanban/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "templates").rglob("*")
        if path.is_file()
    }
    assert in_checkout
    assert in_checkout <= names
    assert "vanban/locale/en/LC_MESSAGES/vanban.mo" in names
    assert "vanban/thethuc/units.txt" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"vanban"}


def test_an_installed_wheel_finds_its_own_templates(scripts: Path, tmp_path: Path) -> None:
    code = "from vanban.resources import templates_folder as f; print(f()); print(f().is_dir())"
    folder, exists = _run(scripts / "python", "-c", code, cwd=tmp_path).splitlines()
    assert Path(folder).is_relative_to(scripts.parent.resolve())
    assert exists == "True"


def test_a_checkout_finds_the_top_level_templates() -> None:
    from vanban.resources import templates_folder

    assert templates_folder() == ROOT / "templates"


def test_an_installed_wheel_renders_a_sample_from_another_folder(scripts: Path, tmp_path: Path) -> None:
    import vanban

    assert vanban.__version__ in _run(scripts / "vanban", "--version", cwd=tmp_path)
    shutil.copy(SAMPLE, tmp_path)
    _run(
        scripts / "vanban",
        "render",
        SAMPLE.name,
        "-o",
        "made",
        "-t",
        "docx",
        "-t",
        "pdf",
        "-t",
        "html",
        cwd=tmp_path,
    )
    made = sorted((tmp_path / "made").iterdir())
    assert [path.suffix for path in made] == [".docx", ".html", ".pdf"]
    assert [path.read_bytes()[:4] for path in made] == [b"PK\x03\x04", b"<!DO", b"%PDF"]


def _run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a command with nothing of this environment; return what it printed, or fail with its complaint."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=clean, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
