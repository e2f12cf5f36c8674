"""The wheel holds all that the program needs, and works where there is no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


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
    assert {name.split("/")[0].split("-")[0] for name in names} == {"vanban"}


def test_an_installed_wheel_finds_its_own_templates(scripts: Path, tmp_path: Path) -> None:
    code = "from vanban.resources import templates_folder as f; print(f()); print(f().is_dir())"
    folder, exists = _run(scripts / "python", "-c", code, cwd=tmp_path).splitlines()
    assert Path(folder).is_relative_to(scripts.parent.resolve())
    assert exists == "True"


def test_a_checkout_finds_the_top_level_templates() -> None:
    from vanban.resources import templates_folder

    assert templates_folder() == ROOT / "templates"


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
