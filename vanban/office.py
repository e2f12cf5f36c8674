"""An office's own settings: ``vanban.yaml`` with its names, signers, recipients and the look it chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, get_args

from vanban.errors import Fault, InputError, in_order
from vanban.files import read_text
from vanban.language import N_, _
from vanban.located import Located, load_yaml, unknown_key
from vanban.thethuc import DECREE_LOOK, LOOK_RANGES, Look, outside
from vanban.thethuc.look import SizeSetName
from vanban.tiengviet.answers import ANSWERS
from vanban.tiengviet.unicode import clean

FILE_NAME = "vanban.yaml"
LOOK_KEY = "trinh_bay"
CHECK_KEY = "kiem_tra"
_CHECK_PARTS = ("chon", "bo_qua")

PARTS: tuple[str, ...] = (
    "co_quan_chu_quan", "co_quan", "ky_hieu", "dia_danh", "kinh_gui", "tham_quyen_ban_hanh", "nguoi_ky",
    "noi_nhan", "luu", "dia_chi", "hinh_thuc", "nguoi_soan_thao", "thoi_han_bao_quan",
)  # fmt: skip
"""The parts of a document that an office may give once for all its papers."""


@dataclass(frozen=True, slots=True)
class Office:
    """What holds for all papers of an office.

    ``defaults`` are parts of a document, used where a paper does not give them; ``folder`` is where
    ``vanban.yaml`` lies, None where there is none. ``chon`` and ``bo_qua`` are ids or patterns (``TT-21*``)
    of the rules that a check asks, all where empty, and leaves out.
    """

    look: Look = DECREE_LOOK
    defaults: Mapping[str, object] = field(default_factory=Located)
    folder: Path | None = None
    chon: tuple[str, ...] = ()
    bo_qua: tuple[str, ...] = ()

    @property
    def templates(self) -> Path | None:
        """The office's own content templates, which win over those that are built in."""
        return self.folder / "templates" if self.folder else None


def find_office(start: Path) -> Office:
    """Find the settings that hold for a file or folder: the nearest ``vanban.yaml`` from there upwards.

    Returns:
        The office; one without any settings where there is no such file.

    Raises:
        InputError: every fault of the file; a measure outside its range cites the clause (VB050).
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        path = folder / FILE_NAME
        if path.is_file():
            status = path.stat()
            return _load(path, status.st_mtime_ns, status.st_size)
    return Office()


@lru_cache(maxsize=16)
def _load(path: Path, changed: int, size: int) -> Office:
    """Read a settings file; once as long as it does not change."""
    data = load_yaml(clean(read_text(path))[0], file=str(path))
    known = (*PARTS, LOOK_KEY, CHECK_KEY)
    faults = [unknown_key((key,), known, data.places) for key in data if key not in known]
    look = _look(data, faults.append)
    rules = _rules(data, faults.append)
    if faults:
        raise InputError(in_order(faults))
    defaults = Located({key: value for key, value in data.items() if key in PARTS}, data.places)
    return Office(look, defaults, path.parent, **rules)


def _rules(data: Located, tell: Callable[[Fault], None]) -> dict[str, tuple[str, ...]]:
    """The patterns of the rules that a check asks and leaves out."""
    given = _choices(data, CHECK_KEY, tell)
    rules: dict[str, tuple[str, ...]] = {}
    for name, raw in given.items():
        if name not in _CHECK_PARTS:
            tell(unknown_key((CHECK_KEY, name), _CHECK_PARTS, data.places))
            continue
        patterns = raw if isinstance(raw, list) else [raw]
        if any(isinstance(pattern, list | Mapping) for pattern in patterns):
            refuse = partial(_refuse, tell, data, (CHECK_KEY, name))
            refuse("VB025", expected=_("danh sách mã quy tắc, ví dụ [TT-0904, TT-21*]"))
            continue
        rules[name] = tuple(str(pattern).strip() for pattern in patterns if str(pattern).strip())
    return rules


def _choices(data: Located, key: str, tell: Callable[[Fault], None]) -> Mapping[Any, Any]:
    """What stands under ``key``: names with values, nothing where something else stands there."""
    chosen = data.get(key) or {}
    if isinstance(chosen, Mapping):
        return chosen
    expected = _("các mục con «tên: giá trị»")
    tell(Fault("VB025", data.places.value((key,)), {"part": key, "expected": expected}))
    return {}


def _look(data: Located, tell: Callable[[Fault], None]) -> Look:
    """The look that an office chooses, with a fault for every choice that the decree does not allow."""
    chosen = _choices(data, LOOK_KEY, tell)
    defaults = {choice.name: choice.default for choice in fields(Look)}
    values: dict[str, Any] = {}
    for name, raw in chosen.items():
        path = (LOOK_KEY, name)
        if name not in defaults:
            tell(unknown_key(path, list(defaults), data.places))
        elif raw != "":
            values[name] = _choice(defaults[name], raw, partial(_refuse, tell, data, path))
    look = Look(**values)
    for name, value, allowed in outside(look):
        details: dict[str, object] = {"name": name, "value": f"{value:g}", "allowed": str(allowed)}
        tell(Fault("VB050", data.places.value((LOOK_KEY, name)), {**details, "clause": allowed.clause}))
    return look


def _choice(default: object, raw: object, refuse: Callable[..., None]) -> Any:
    """One choice, of the type of its default; the default where it cannot be read."""
    text = str(raw).strip()
    if isinstance(default, bool):
        if text.lower() not in ANSWERS:
            refuse("VB024", value=text, allowed="true, false")
        return ANSWERS.get(text.lower(), default)
    if isinstance(default, float | int):
        try:
            return float(text.replace(",", "."))
        except ValueError:
            refuse("VB123", value=text, expected=_("một số"))
            return default
    sets = get_args(SizeSetName)
    if text not in sets:
        refuse("VB024", value=text, allowed=", ".join(sets))
        return default
    return text


def _refuse(
    tell: Callable[[Fault], None], data: Located, path: tuple[str, str], kind: str, **details: object
) -> None:
    tell(Fault(kind, data.places.value(path), {"part": ".".join(path), **details}))


_STARTER = N_("""\
# Thông tin chung của cơ quan, dùng cho mọi văn bản trong thư mục này và các thư mục con.
# Điền sau dấu hai chấm; mục nào bỏ trống thì ghi trong từng văn bản. Văn bản ghi mục nào thì theo văn bản.

co_quan_chu_quan:        # Cơ quan chủ quản, ví dụ: UBND THÀNH PHỐ HÀ NỘI (không có thì bỏ trống)
co_quan:                 # Tên cơ quan ban hành, ví dụ: TRƯỜNG TIỂU HỌC BÌNH MINH
                         # Tên hai dòng thì ghi: [ỦY BAN NHÂN DÂN, PHƯỜNG TÂY MỖ]
ky_hieu:                 # Chữ viết tắt của cơ quan trong ký hiệu, ví dụ: UBND
dia_danh:                # Ví dụ: Tây Mỗ

nguoi_ky:
  quyen_han:             # Ví dụ: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]
  chuc_vu:               # Ví dụ: PHÓ CHỦ TỊCH
  ho_ten:                # Ví dụ: Nguyễn Văn A

noi_nhan:                # Mỗi nơi nhận một dòng, bắt đầu bằng «- », ví dụ:
#  - Đảng ủy, HĐND phường
#  - Các trường học trên địa bàn phường
luu: VT                  # Ví dụ: VT, VHXH

# Quy tắc mà lệnh `vanban check` hỏi đến; xem mã bằng lệnh `vanban rules`.
kiem_tra:
  chon: []               # Chỉ những quy tắc này, ví dụ: [TT-02*, TT-03*]; để trống là tất cả
  bo_qua: []             # Không hỏi những quy tắc này, ví dụ: [TT-21*]

# Cách trình bày, trong mức mà Nghị định 30/2020/NĐ-CP cho phép.
trinh_bay:
""")

_LOOK_HINTS = {
    "bo_co_chu": N_("bộ cỡ chữ: 13, 14 hoặc nghi-dinh (quốc hiệu 12, nội dung 14)"),
    "le_tren": N_("lề trên"),
    "le_duoi": N_("lề dưới"),
    "le_trai": N_("lề trái"),
    "le_phai": N_("lề phải"),
    "lui_dau_dong": N_("lùi đầu dòng"),
    "cach_doan": N_("khoảng cách giữa các đoạn"),
    "cach_dong": N_("cách dòng"),
    "co_chu_bang": N_("cỡ chữ trong bảng"),
    "to_do_khan": N_("vẽ dấu khẩn màu đỏ (true) hay để đóng dấu (false)"),
}


def starter() -> str:
    """Return a commented ``vanban.yaml`` to fill in; as it stands it changes nothing."""
    lines = []
    for name, hint in _LOOK_HINTS.items():
        value = getattr(DECREE_LOOK, name)
        shown = f"{value:g}" if isinstance(value, float) else str(value).lower()
        allowed = f": {LOOK_RANGES[name]}" if name in LOOK_RANGES else ""
        lines.append(f"{f'  {name}: {shown}':<24} # {_(hint)}{allowed}\n")
    return _(_STARTER) + "".join(lines)
