"""The document as plain data: every part that the decree names, and nothing of files, fonts or formats."""

from __future__ import annotations

import re
from functools import partial
from types import UnionType
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from vanban.document.blocks import Block, Figure, Para, PhuLuc, Table
from vanban.document.data_blocks import annex_data, block_data
from vanban.document.values import Answer, Date, Entries, Entry, Figures, KindId, Lines, Text, none_if_empty
from vanban.thethuc import KINDS, Kind
from vanban.thethuc.writing import NHU_TREN

_LUU = re.compile(r"[\s-]*Lưu *: *")


def _all_are(types: type | UnionType, value: object) -> tuple[Any, ...]:
    """The parts of a body are made by the outline or from data, never half-way."""
    if isinstance(value, tuple | list) and all(isinstance(item, types) for item in value):
        return tuple(value)
    raise PydanticCustomError("VB025", "no blocks", {})


Blocks = Annotated[
    tuple[Block, ...],
    PlainValidator(partial(_all_are, Para | Table | Figure)),
    PlainSerializer(lambda blocks: [block_data(block) for block in blocks]),
]
Annexes = Annotated[
    tuple[PhuLuc, ...],
    PlainValidator(partial(_all_are, PhuLuc)),
    PlainSerializer(lambda annexes: [annex_data(annex) for annex in annexes]),
]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class NguoiKy(_Part):
    """One who signs (ô 7a, 7b; Phụ lục I, Phần I, II.7)."""

    model_config = ConfigDict(title="Người ký", json_schema_extra={"description": "Một người ký."})

    quyen_han: Lines = Field(
        (), title="Quyền hạn", description="Các dòng ghi quyền hạn: TM., KT., Q., TL., TUQ.",
        examples=[["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]],
    )  # fmt: skip
    chuc_vu: Text = Field("", title="Chức vụ", description="Chức vụ của người ký.", examples=["PHÓ CHỦ TỊCH"])
    chuc_vu_khac: Text = Field(
        "", title="Chức vụ khác", description="Chức vụ khác, ghi phía trên họ tên (ô 7b)."
    )
    ho_ten: Text = Field(
        "", title="Họ tên", description="Họ và tên, không ghi học hàm, học vị.", examples=["Nguyễn Văn A"]
    )
    vi_tri: Literal["trai", "phai"] = Field(
        "phai", title="Vị trí", description="Bên trái hay bên phải, khi có nhiều người ký."
    )


def _signers(value: object) -> object:
    """One signer stands for a list of one; one whose parts are all left empty is not there."""
    if isinstance(value, dict):
        return [value] if any(value.values()) else ()
    return [value] if isinstance(value, NguoiKy) else value or ()


def _some(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Lines of which one at least has letters."""
    if not lines:
        raise PydanticKnownError("too_short", {"field_type": "Tuple", "min_length": 1, "actual_length": 0})
    return lines


class Document(_Part):
    """A whole document. Texts are NFC; what the form adds by itself (``./.``, ``;``) is not in them."""

    loai: KindId = Field(
        title="Tên loại", description="Loại văn bản hành chính (Điều 7).", examples=["ke-hoach"]
    )
    co_quan_chu_quan: Lines = Field(
        (), title="Cơ quan chủ quản", description="Tên cơ quan chủ quản trực tiếp (nếu có)."
    )
    co_quan: Annotated[Lines, AfterValidator(_some)] = Field(
        min_length=1, title="Cơ quan ban hành", description="Tên cơ quan ban hành, một hoặc nhiều dòng.",
        examples=[["ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"]],
    )  # fmt: skip
    so: Figures = Field("", title="Số", description="Số văn bản; bỏ trống khi chưa cấp số.", examples=["05"])
    ky_hieu: Text = Field(
        "", title="Ký hiệu", description="Ký hiệu: KH-UBND, hoặc chỉ phần cơ quan: UBND; công văn: UBND-VHXH."
    )
    dia_danh: Text = Field(
        "", title="Địa danh", description="Nơi cơ quan đóng trụ sở (ô 4).", examples=["Tây Mỗ"]
    )
    ngay: Annotated[Date | None, BeforeValidator(none_if_empty)] = Field(
        None, title="Ngày ban hành", description="2026-03-16, 16/3/2026, hoặc 2026-03 để trống ngày.",
        examples=["2026-03-16"],
    )  # fmt: skip
    trich_yeu: Text = Field(
        "", title="Trích yếu", description="Một câu ngắn phản ánh nội dung chủ yếu.",
        examples=["Tuyên truyền về giáo dục năm 2026"],
    )  # fmt: skip
    kinh_gui: Entries = Field((), title="Kính gửi", description="Nơi trực tiếp giải quyết (ô 9a).")
    gui_cap_tren: Answer = Field(
        False, title="Gửi cấp trên", description="Báo cáo, tờ trình gửi cơ quan cấp trên thì có Kính gửi."
    )
    tham_quyen_ban_hanh: Text = Field(
        "",
        title="Thẩm quyền ban hành",
        description="Dòng chữ in hoa trên các căn cứ của quyết định, nghị quyết.",
    )
    can_cu: Entries = Field((), title="Căn cứ", description="Mỗi căn cứ một dòng, không cần dấu ; ở cuối.")
    noi_dung: Blocks = Field((), title="Nội dung", description="Thân của văn bản (ô 6).")
    nguoi_ky: Annotated[
        tuple[NguoiKy, ...],
        BeforeValidator(_signers, json_schema_input_type=NguoiKy | list[NguoiKy]),
    ] = Field((), title="Người ký", description="Một người ký, hoặc danh sách người ký.")
    noi_nhan: Entries = Field((), title="Nơi nhận", description="Các nơi nhận, không gồm Như trên và Lưu.")
    luu: Entry = Field("VT", title="Lưu", description="Nơi lưu.", examples=["VT, VHXH"])
    phu_luc: Annexes = Field((), title="Phụ lục", description="Các phụ lục kèm theo.")
    do_mat: Literal["", "tuyet-mat", "toi-mat", "mat"] = Field(
        "", title="Độ mật", description="Để trống ô dấu mật."
    )
    do_khan: Literal["", "hoa-toc", "thuong-khan", "khan"] = Field(
        "", title="Độ khẩn", description="Mức độ khẩn (ô 10b)."
    )
    pham_vi_luu_hanh: Text = Field(
        "",
        title="Phạm vi lưu hành",
        description="Chỉ dẫn về phạm vi lưu hành (ô 11).",
        examples=["LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI"],
    )
    nguoi_soan_thao: Text = Field(
        "", title="Ký hiệu người soạn thảo", description="Ghi ở cuối Nơi nhận (ô 12).", examples=["PL"]
    )
    so_ban: Annotated[int | None, BeforeValidator(none_if_empty)] = Field(
        None, ge=1, title="Số lượng bản phát hành", description="Ghi sau ký hiệu người soạn thảo (ô 12)."
    )
    dia_chi: Lines = Field((), title="Địa chỉ", description="Địa chỉ, thư điện tử, điện thoại (ô 13).")
    hinh_thuc: Literal["giay", "dien_tu"] = Field(
        "giay",
        title="Hình thức",
        description="Văn bản giấy hay điện tử; văn bản điện tử để trống dòng Kèm theo.",
    )
    du_thao: Answer = Field(False, title="Dự thảo", description="Ghi DỰ THẢO ở góc trên.")
    ma_ho_so: Figures = Field("", title="Mã hồ sơ", description="Mã của hồ sơ mà văn bản thuộc về.")
    thoi_han_bao_quan: Figures = Field(
        "", title="Thời hạn bảo quản", description="Vĩnh viễn, hoặc số năm.", examples=["10 năm"]
    )

    @model_validator(mode="before")
    @classmethod
    def _lift_luu(cls, data: Any) -> Any:
        """A "Lưu: VT" that the author typed last under Nơi nhận is ``luu``, which the form prints there."""
        names = data.get("noi_nhan") if isinstance(data, dict) else None
        if not isinstance(names, list) or not names or not _LUU.match(str(names[-1])):
            return data
        return {"luu": _LUU.sub("", names[-1]), **data, "noi_nhan": names[:-1]}

    @property
    def kind(self) -> Kind:
        """The kind as the decree has it: name, abbreviation, form."""
        return KINDS[self.loai]

    @property
    def addressed(self) -> bool:
        """Whether box 9a (Kính gửi) is there (Phụ lục I, Phần I, II.9.b)."""
        rule = self.kind.form.addressed
        return rule == "always" or (rule == "upward" and (self.gui_cap_tren or bool(self.kinh_gui)))

    @property
    def first_recipient(self) -> str:
        """The first line of Nơi nhận, which the form writes by itself; "" where it has none (II.9.d).

        "Như trên" after a Kính gửi, "Như Điều n" with the last article in a decision.
        """
        if self.addressed and self.kinh_gui:
            return NHU_TREN
        first = self.kind.form.first_recipient
        if "…" not in first:
            return first
        numbers = [block.so for block in self.noi_dung if isinstance(block, Para) and block.loai == "dieu"]
        return first.replace("…", numbers[-1]) if numbers else ""

    def to_data(self) -> dict[str, Any]:
        """The parts that were given, as data that :func:`vanban.document.make_document` reads."""
        return self.model_dump(mode="json", exclude_defaults=True)
