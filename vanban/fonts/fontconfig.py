"""A fontconfig file of our own: WeasyPrint and LibreOffice see one family and nothing else of the machine."""

from __future__ import annotations

import os
import shutil
from html import escape
from pathlib import Path

from vanban.fonts.find import FontSet

_CONFIGURATION = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <test qual="any" name="family"><string>Times New Roman</string></test>
    <edit name="family" mode="assign" binding="same"><string>{family}</string></edit>
  </match>
</fontconfig>
"""


def fontconfig_file(font_set: FontSet, folder: Path) -> Path:
    """Write the configuration into ``folder``, with copies of the four font files and room for a cache.

    Copies, because fontconfig maps folders, and the folder of the originals may hold other fonts.

    Returns:
        The file that the environment's ``FONTCONFIG_FILE`` must name (:func:`fontconfig_environment`).
    """
    fonts = folder / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for path in font_set.paths:
        shutil.copyfile(path, fonts / path.name)
    file = folder / "fonts.conf"
    text = _CONFIGURATION.format(
        fonts=escape(str(fonts)), cache=escape(str(folder / "cache")), family=escape(font_set.family)
    )
    file.write_text(text, encoding="utf-8")
    return file


def fontconfig_environment(file: Path) -> dict[str, str]:
    """The environment for a program that we start: this process's, with ``file`` for fontconfig."""
    return os.environ | {"FONTCONFIG_FILE": str(file)}
