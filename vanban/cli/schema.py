"""``vanban schema``: the JSON Schema of source files, or of the data of one content template."""

from __future__ import annotations

from pathlib import Path

import click

from vanban.cli.show import show_json
from vanban.language import _
from vanban.office import find_office


@click.command("schema", options_metavar=_("[TÙY CHỌN]"), help=_("""
    In lược đồ JSON (draft-07, nhãn tiếng Việt) của tệp nguồn, hoặc của dữ liệu cho MẪU.

    Trình soạn thảo (VS Code với YAML) dùng lược đồ này để gợi ý và báo lỗi ngay khi gõ.
"""))  # fmt: skip
@click.argument("template", required=False, metavar=_("[MẪU]"))
def command(template: str | None) -> None:
    """Print a schema."""
    if template is None:
        from vanban.document import schema

        show_json(schema())
        return
    from vanban import fill

    show_json(fill.template_schema(fill.load_template(template, find_office(Path.cwd()))))
