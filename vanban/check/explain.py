"""An example in words: what a reader of ``vanban rules`` sees of it."""

from __future__ import annotations

from vanban.check.model import Example
from vanban.language import N_, _
from vanban.thethuc import COMPONENTS

_VALUES: dict[str, str] = {
    "font": N_("phông chữ {value}"),
    "size_pt": N_("cỡ chữ {value}"),
    "colour": N_("màu chữ {value}"),
    "left_mm": N_("lùi trái {value} mm"),
    "right_mm": N_("lùi phải {value} mm"),
    "first_mm": N_("lùi đầu dòng {value} mm"),
    "before_pt": N_("cách đoạn trên {value} pt"),
    "after_pt": N_("cách đoạn dưới {value} pt"),
    "line": N_("cách dòng {value} dòng"),
    "line_pt": N_("cách dòng cố định {value} pt"),
    "width_mm": N_("giấy rộng {value} mm"),
    "height_mm": N_("giấy cao {value} mm"),
    "top_mm": N_("lề trên {value} mm"),
    "bottom_mm": N_("lề dưới {value} mm"),
    "header_mm": N_("đầu trang cách mép {value} mm"),
    "columns": N_("{value} cột"),
    "page_start": N_("số trang bắt đầu từ {value}"),
}
_SWITCHES: dict[str, tuple[str, str]] = {
    "bold": (N_("chữ đậm"), N_("chữ không đậm")),
    "italic": (N_("chữ nghiêng"), N_("chữ đứng")),
    "underline": (N_("chữ gạch chân"), N_("chữ không gạch chân")),
    "caps": (N_("chữ in hoa"), N_("chữ in thường")),
    "raised": (N_("chữ nâng cao"), N_("chữ trên dòng")),
    "keep_next": (N_("giữ cùng đoạn sau"), N_("không giữ cùng đoạn sau")),
    "page_break_before": (N_("sang trang mới"), N_("không sang trang mới")),
    "first_differs": (N_("trang đầu khác các trang sau"), N_("trang đầu như các trang sau")),
}
_ALIGN: dict[str, str] = {
    "left": N_("canh trái"),
    "center": N_("canh giữa"),
    "right": N_("canh phải"),
    "justify": N_("canh đều hai lề"),
}
_LINES: dict[str, str] = {
    "underline": N_("gạch chân chữ thay cho đường kẻ"),
    "underscores": N_("gõ dấu gạch dưới thay cho đường kẻ"),
}

_MOVES: dict[str, str] = {
    "footer": N_("ở chân trang"),
    "joined": N_("liền sau nội dung, không sang trang"),
    "continued": N_("số trang nối tiếp"),
}


def example_in_words(example: Example) -> str:
    """What the example shows, on one line or, for a table, on one line a row."""
    pieces: list[str] = []
    if example.text is not None:
        pieces.append(f"«{example.text}»" if example.text else _("để trống"))
    elif example.drop:
        pieces.append(_("không có"))
    elif example.moved:
        pieces.append(_(_MOVES[example.moved]))
    pieces += [_value(name, value) for name, value in {**example.page, **example.look}.items()]
    if example.line is not None:
        pieces.append(_line(example.line))
    if example.table:
        pieces.append("\n" + "\n".join(" | ".join(row) for row in example.table))
    if not pieces:
        pieces.append(_("như văn bản mẫu"))
    part = example.part.partition(" ")[0]
    name = _(COMPONENTS[part].name) + ": " if part and part != "doan" else ""
    return name + ", ".join(pieces)


def _value(name: str, value: str | float | bool) -> str:
    if name in _SWITCHES:
        return _(_SWITCHES[name][0 if value else 1])
    if name == "align":
        return _(_ALIGN[str(value)])
    shown = f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)
    return _(_VALUES[name]).format(value=shown)


def _line(line: float | str) -> str:
    if isinstance(line, str):
        return _(_LINES[line])
    if not line:
        return _("không có đường kẻ")
    return _("đường kẻ dài {length} mm").format(length=f"{line:g}".replace(".", ","))
