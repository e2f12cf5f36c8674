"""Jinja2 as content templates use it: sandboxed, strict on names, with the filters of Vietnamese papers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from difflib import get_close_matches
from hashlib import sha256
from typing import Any

from jinja2 import StrictUndefined, UndefinedError, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing
from markupsafe import Markup

from vanban.document.blocks import Figure
from vanban.document.figures import write_figure
from vanban.errors import Fault, InputError, Place
from vanban.fill.marks import mark_prose, mark_value
from vanban.fill.values import Prose
from vanban.language import N_, _
from vanban.so_lieu.chart import WIDTH_MM, Bar, bar_chart, in_words
from vanban.tiengviet.dates import Ngay, ngay_vn
from vanban.tiengviet.numbers import bang_chu, so_vn, ty_le

_REASONS: tuple[tuple[type[Exception], str], ...] = (
    (ZeroDivisionError, N_("chia cho 0")),
    (SecurityError, N_("phép này không được dùng trong mẫu")),
    (OverflowError, N_("số hoặc khoảng quá lớn")),
    (TypeError, N_("giá trị không cùng loại, hoặc bỏ trống, ở một phép tính")),
    (ValueError, N_("giá trị không dùng được ở đây")),
    (UndefinedError, N_("không có phần tử này trong danh sách")),
)
"""What went wrong, by the exception of a template that runs."""


class UnknownNameError(UndefinedError):
    """A template asks a row or a value for a name that it does not have."""

    def __init__(self, name: str, known: Collection[str]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class _Unknown(StrictUndefined):
    """A name that is not there; using it tells the name and those that are there."""

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[UndefinedError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if exc is UndefinedError and isinstance(name, str) and obj is not missing:
            self._undefined_exception = lambda _: UnknownNameError(name, _names(obj))  # type: ignore[assignment]


def _names(value: object) -> list[str]:
    if isinstance(value, Mapping):
        return list(value)
    return [name for name in dir(value) if not name.startswith("_") and not callable(getattr(value, name, 0))]


def tong(items: Iterable[Any], column: str | None = None) -> Decimal:
    """Add numbers up: a list of them, or one column of a table; a blank one counts nothing."""
    numbers = items if column is None else (row[column] for row in _rows_with(items, column))
    return sum((number for number in numbers if number is not None), Decimal(0))


def _rows_with(rows: Iterable[Any], column: str) -> Iterable[Any]:
    for row in rows:
        if column not in row:
            raise UnknownNameError(column, _names(row))
        yield row


def kem_don_vi(value: int | Decimal, don_vi_tinh: str) -> str:
    """Write a number with its unit: ``1.250 học sinh``, ``98,5%`` without a space."""
    return f"{so_vn(value)}{'' if don_vi_tinh == '%' else ' '}{don_vi_tinh}".rstrip()


CHARTS = "_bieu_do"
"""Where the charts of a filling lie among its values, by the names of their files; no template can say it."""


@pass_context
def bieu_do(
    context: Context,
    rows: Iterable[Any],
    tieu_de: str,
    cot: str,
    moc: str | Decimal | int = "",
    don_vi: str = "",
) -> Markup:
    """Draw rows as bars and write the line of the picture.

    Args:
        context: of the filling.
        rows: each with ``ten`` and the column ``cot``; one without a figure is left out.
        tieu_de: what is shown, for those who cannot see it.
        cot: the column that the bars are as long as.
        moc: the column of the targets that are marked, or one target for all; "" for none.
        don_vi: the unit behind the figures.
    """
    shown_rows = [row for row in _rows_with(rows, cot) if row[cot] is not None]
    bars = [Bar(row["ten"], _tenths(row[cot]), _mark(row, moc)) for row in shown_rows]
    drawn = bar_chart(bars, don_vi)
    name = f"bieu-do-{sha256(drawn).hexdigest()[:8]}.svg"
    context[CHARTS][name] = drawn
    figure = Figure(drawn, "svg", in_words(tieu_de, bars, don_vi), name, width_mm=WIDTH_MM)
    return Markup("\n".join(write_figure(figure, [])))


def _mark(row: Any, moc: str | Decimal | int) -> Decimal | None:
    mark = (row[moc] if moc else None) if isinstance(moc, str) else moc
    return None if mark is None else _tenths(mark)


def _tenths(value: Decimal | int) -> Decimal:
    number = round(Decimal(value), 1)
    return number if number != number.to_integral_value() else number.quantize(Decimal(1))


_FILTERS = {
    "bieu_do": bieu_do,
    "kem_don_vi": kem_don_vi,
    "so_vn": so_vn,
    "bang_chu": bang_chu,
    "ngay_vn": ngay_vn,
    "ty_le": ty_le,
    "tong": tong,
}


class ContentEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2 whose blocks stand on lines of their own and whose values are never changed."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, finalize: Callable[[object], str]) -> None:
        super().__init__(
            undefined=_Unknown,
            finalize=finalize,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.globals = {"range": self.globals["range"], "namespace": Namespace}
        self.filters |= _FILTERS

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Give a column of a row, even one that has the name of a method of dict."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Multiply numbers, and nothing that could fill the memory."""
        if operator == "**" or isinstance(left, str | list | tuple) or isinstance(right, str | list | tuple):
            raise SecurityError(operator)
        return super().call_binop(context, operator, left, right)


def shown(value: object) -> str:
    """A value as a paper shows it where no filter says how."""
    match value:
        case str():
            return value
        case bool():
            return "có" if value else "không"
        case Decimal() | float():
            return so_vn(value if isinstance(value, Decimal) else Decimal(str(value)))
        case Ngay():
            return ngay_vn(value)
        case None:
            return ""
    return str(value)


def outlined(value: object) -> str:
    """A value in an outline: what comes from data is text, but a ``doan_van`` may bring blocks.

    Whole numbers of the template's own counting (``loop.index``) may number its blocks.
    """
    if isinstance(value, Prose):
        return mark_prose(value, value.origin)
    if isinstance(value, Markup) or (isinstance(value, int) and not isinstance(value, bool)):
        return str(value)
    return mark_value(shown(value))


LINES = ContentEnvironment(shown)
"""For the parts of a document, which are plain text."""

OUTLINE = ContentEnvironment(outlined)
"""For the body, which is an outline."""


def unknown_name(name: str, known: Collection[str], place: Place) -> Fault:
    """The fault of a name that a template uses: VB047 with a suggestion, VB048 without."""
    near = get_close_matches(name, known, 1)
    if near:
        return Fault("VB047", place, {"name": name, "suggestion": near[0]})
    return Fault("VB048", place, {"name": name, "allowed": ", ".join(known)})


def failure(error: Exception, place: Place) -> InputError:
    """What stopped a template that ran, as a fault."""
    if isinstance(error, UnknownNameError):
        return InputError(unknown_name(error.name, error.known, place))
    reason = next((_(said) for kind, said in _REASONS if isinstance(error, kind)), str(error))
    return InputError(Fault("VB049", place, {"reason": reason}))


def line_of(error: BaseException) -> int:
    """The line of the template that was running when ``error`` was raised; 1 where it cannot be told."""
    line, trace = 1, error.__traceback__
    while trace:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line
