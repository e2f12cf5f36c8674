"""The document as plain data: every part that the decree names, and nothing of files, fonts or formats."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from vanban.document.blocks import Block, PhuLuc
from vanban.thethuc import KINDS, Kind
from vanban.tiengviet.dates import Ngay


def _lines(value: object) -> object:
    """One line stands for a list of one."""
    return [value] if isinstance(value, str) else value


def _kind(value: object) -> object:
    if value not in KINDS:
        raise ValueError("loai")
    return value


Lines = Annotated[tuple[str, ...], BeforeValidator(_lines, json_schema_input_type=str | list[str])]
Date = Annotated[
    Ngay,
    BeforeValidator(lambda value: Ngay.parse(value) if isinstance(value, str) else value),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?|(\d{1,2}/)?\d{1,2}/\d{4})$"}),
]
KindId = Annotated[str, BeforeValidator(_kind), WithJsonSchema({"type": "string", "enum": list(KINDS)})]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class NguoiKy(_Part):
    """One who signs (ô 7a, 7b; Phụ lục I, Phần I, II.7)."""

    quyen_han: Lines = Field(
        (), title="Quyền hạn", description="Các dòng ghi quyền hạn: TM., KT., Q., TL., TUQ.",
        examples=[["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]],
    )  # fmt: skip
    chuc_vu: str = Field("", title="Chức vụ", description="Chức vụ của người ký.", examples=["PHÓ CHỦ TỊCH"])
    chuc_vu_khac: str = Field(
        "", title="Chức vụ khác", description="Chức vụ khác, ghi phía trên họ tên (ô 7b)."
    )
    ho_ten: str = Field(
        "", title="Họ tên", description="Họ và tên, không ghi học hàm, học vị.", examples=["Nguyễn Văn A"]
    )
    vi_tri: Literal["trai", "phai"] = Field(
        "phai", title="Vị trí", description="Bên trái hay bên phải, khi có nhiều người ký."
    )


class Document(_Part):
    """A whole document. Texts are NFC; what the form adds by itself (``./.``, ``;``) is not in them."""

    loai: KindId = Field(
        title="Tên loại", description="Loại văn bản hành chính (Điều 7).", examples=["ke-hoach"]
    )
    co_quan_chu_quan: Lines = Field(
        (), title="Cơ quan chủ quản", description="Tên cơ quan chủ quản trực tiếp (nếu có)."
    )
    co_quan: Lines = Field(
        min_length=1, title="Cơ quan ban hành", description="Tên cơ quan ban hành, một hoặc nhiều dòng.",
        examples=[["ỦY BAN NHÂN DÂN", "PHƯỜNG TÂY MỖ"]],
    )  # fmt: skip
    so: str = Field("", title="Số", description="Số văn bản; bỏ trống khi chưa cấp số.", examples=["05"])
    ky_hieu: str = Field(
        "", title="Ký hiệu", description="Ký hiệu: KH-UBND, hoặc chỉ phần cơ quan: UBND; công văn: UBND-VHXH."
    )
    dia_danh: str = Field("", title="Địa danh", examples=["Tây Mỗ"])
    ngay: Date | None = Field(
        None, title="Ngày ban hành", description="2026-03-16, 16/3/2026, hoặc 2026-03 để trống ngày.",
        examples=["2026-03-16"],
    )  # fmt: skip
    trich_yeu: str = Field(
        "", title="Trích yếu", description="Một câu ngắn phản ánh nội dung chủ yếu.",
        examples=["Tuyên truyền về giáo dục năm 2026"],
    )  # fmt: skip
    kinh_gui: Lines = Field((), title="Kính gửi", description="Nơi trực tiếp giải quyết (ô 9a).")
    gui_cap_tren: bool = Field(
        False, title="Gửi cấp trên", description="Báo cáo, tờ trình gửi cơ quan cấp trên thì có Kính gửi."
    )
    tham_quyen_ban_hanh: str = Field(
        "",
        title="Thẩm quyền ban hành",
        description="Dòng chữ in hoa trên các căn cứ của quyết định, nghị quyết.",
    )
    can_cu: Lines = Field((), title="Căn cứ", description="Mỗi căn cứ một dòng, không cần dấu ; ở cuối.")
    noi_dung: tuple[Block, ...] = Field((), title="Nội dung")
    nguoi_ky: Annotated[
        tuple[NguoiKy, ...],
        BeforeValidator(lambda value: [value] if isinstance(value, dict | NguoiKy) else value),
    ] = Field((), title="Người ký", description="Một người ký, hoặc danh sách người ký.")
    noi_nhan: Lines = Field((), title="Nơi nhận", description="Các nơi nhận, không gồm Như trên và Lưu.")
    luu: str = Field("VT", title="Lưu", description="Nơi lưu.", examples=["VT, VHXH"])
    phu_luc: tuple[PhuLuc, ...] = Field((), title="Phụ lục")
    do_mat: Literal["", "tuyet-mat", "toi-mat", "mat"] = Field("", title="Độ mật")
    do_khan: Literal["", "hoa-toc", "thuong-khan", "khan"] = Field("", title="Độ khẩn")
    pham_vi_luu_hanh: str = Field(
        "", title="Phạm vi lưu hành", examples=["LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI"]
    )
    nguoi_soan_thao: str = Field("", title="Ký hiệu người soạn thảo", examples=["PL"])
    so_ban: int | None = Field(None, ge=1, title="Số lượng bản phát hành")
    dia_chi: Lines = Field((), title="Địa chỉ", description="Địa chỉ, thư điện tử, điện thoại (ô 13).")
    hinh_thuc: Literal["giay", "dien_tu"] = Field(
        "giay",
        title="Hình thức",
        description="Văn bản giấy hay điện tử; văn bản điện tử để trống dòng Kèm theo.",
    )
    du_thao: bool = Field(False, title="Dự thảo", description="Ghi DỰ THẢO ở góc trên.")
    ma_ho_so: str = Field("", title="Mã hồ sơ")
    thoi_han_bao_quan: str = Field("", title="Thời hạn bảo quản")

    @property
    def kind(self) -> Kind:
        """The kind as the decree has it: name, abbreviation, form."""
        return KINDS[self.loai]

    @property
    def addressed(self) -> bool:
        """Whether box 9a (Kính gửi) is there (Phụ lục I, Phần I, II.9.b)."""
        rule = self.kind.form.addressed
        return rule == "always" or (rule == "upward" and (self.gui_cap_tren or bool(self.kinh_gui)))

    def to_data(self) -> dict[str, Any]:
        """The parts that were given, as data for YAML or JSON."""
        return self.model_dump(mode="json", exclude_defaults=True)
