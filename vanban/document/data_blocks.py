"""Blocks as data, for those who write YAML or JSON by program: their models, to blocks and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, Tag

from vanban.document.blocks import Block, Cell, Column, Figure, Inline, Level, Para, PhuLuc, Table, plain
from vanban.document.figures import Images, load_image
from vanban.document.inline import read_inline, write_inline
from vanban.document.paragraphs import fits, is_titled
from vanban.document.tables import MOST_COLUMNS, merge
from vanban.document.values import Answer, Data, Figures, KindOrNone, Text, none_if_empty
from vanban.located import Path
from vanban.paper import media_of

Tell = Callable[[Path, str, dict[str, object]], None]
"""Told of a fault: the path of the value in the data, its kind and details."""


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ParaData(_Data):
    """A paragraph with its level."""

    model_config = ConfigDict(
        title="Đoạn", json_schema_extra={"description": "Một đoạn của nội dung, với cấp của nó."}
    )

    loai: Level = Field(title="Cấp", description="Cấp của đoạn: khoan, diem, gach, doan…")
    so: Figures = Field(
        "", title="Số thứ tự", description="Số hoặc chữ, không kèm dấu.", examples=["1", "a", "I"]
    )
    text: Text = Field(
        title="Nội dung", description="Dùng được **đậm**, *nghiêng*, [^: chú thích].", min_length=1
    )
    titled: Annotated[Answer | None, BeforeValidator(none_if_empty)] = Field(
        None, title="Là tiêu đề", description="Điều, khoản, điểm là tiêu đề (true) hay câu (false)."
    )


class ColumnData(_Data):
    """A column."""

    model_config = ConfigDict(title="Cột", json_schema_extra={"description": "Một cột của bảng."})

    width: float = Field(1.0, gt=0, title="Độ rộng", description="So với các cột khác.")
    align: Literal["trai", "giua", "phai", "deu"] = Field(
        "trai", title="Căn chỉnh", description="Trái, giữa, phải, hoặc đều hai bên."
    )
    number: Answer = Field(False, title="Cột số", description="Số viết theo cách Việt Nam: 1.250.")


class TableData(_Data):
    """A table."""

    model_config = ConfigDict(title="Bảng", json_schema_extra={"description": "Một bảng."})

    loai: Literal["bang"] = Field(title="Loại khối", description="bang: một bảng.")
    columns: tuple[ColumnData, ...] = Field(
        (), title="Cột", description="Bỏ trống thì các cột rộng bằng nhau."
    )
    rows: tuple[tuple[Text, ...], ...] = Field(
        title="Hàng", description="Mỗi hàng một danh sách ô; < gộp sang trái, ^ gộp lên trên.", min_length=1
    )  # fmt: skip
    header_rows: int = Field(
        1, ge=0, title="Số hàng tiêu đề", description="Các hàng đầu lặp lại ở mỗi trang."
    )
    caption: Text = Field("", title="Tên bảng", description="Ghi phía trên bảng.")


class FigureData(_Data):
    """A picture."""

    model_config = ConfigDict(title="Hình", json_schema_extra={"description": "Một hình."})

    loai: Literal["hinh"] = Field(title="Loại khối", description="hinh: một hình.")
    path: Text = Field(title="Tệp", description="Tệp PNG, JPEG hoặc SVG trong thư mục của tệp nguồn.")
    alt: Text = Field(title="Mô tả", description="Lời mô tả cho người không nhìn thấy hình.", min_length=1)
    caption: Text = Field("", title="Tên hình", description="Ghi phía dưới hình.")
    width_mm: float = Field(0, ge=0, title="Độ rộng (mm)", description="0: bằng kích thước của hình.")


BlockData = Annotated[ParaData | TableData | FigureData, Field(discriminator="loai")]
Body = Annotated[
    Annotated[str, Tag("dan_y")] | Annotated[tuple[BlockData, ...], Tag("khoi")],
    Discriminator(lambda value: "dan_y" if isinstance(value, str) else "khoi"),
]
"""An outline, or a list of blocks."""


class PhuLucData(_Data):
    """An annex."""

    model_config = ConfigDict(
        title="Phụ lục", json_schema_extra={"description": "Một phụ lục, hoặc văn bản ban hành kèm theo."}
    )

    tieu_de: Text = Field(title="Tiêu đề", description="Tên của phụ lục.", min_length=1)
    noi_dung: Body = Field("", title="Nội dung", description="Dàn ý, hoặc danh sách các khối.")
    ngang: Answer = Field(False, title="Trang ngang", description="Xoay ngang trang giấy.")
    loai: KindOrNone = Field(
        "", title="Loại", description="Loại văn bản ban hành kèm theo, như quy-che; phụ lục thì bỏ trống."
    )


class BodyData(_Data):
    """The body and the annexes of a document."""

    noi_dung: Body = Field("", title="Nội dung", description="Dàn ý, hoặc danh sách các khối.")
    phu_luc: tuple[PhuLucData, ...] = Field((), title="Phụ lục", description="Các phụ lục, theo thứ tự.")


class BlockMaker:
    """Turns block data into blocks; every fault is told with the path of its value."""

    def __init__(self, tell: Tell, images: Images | None) -> None:
        self.tell = tell
        self.images = images

    def blocks(self, data: tuple[ParaData | TableData | FigureData, ...], path: Path) -> tuple[Block, ...]:
        """The blocks whose data lie at ``path``; those with faults are left out."""
        made = (self._block(block, (*path, index)) for index, block in enumerate(data))
        return tuple(block for block in made if block)

    def _block(self, data: ParaData | TableData | FigureData, path: Path) -> Block | None:
        if isinstance(data, TableData):
            return self._table(data, path)
        if isinstance(data, FigureData):
            return self._figure(data, path)
        if not fits(data.loai, data.so):
            self.tell((*path, "so"), "VB024", {"part": "so", "value": data.so, "allowed": "I; 1; 1.1; a"})
        text = self._inline(data.text, (*path, "text"))
        return Para(data.loai, data.so, text, is_titled(data.loai, plain(text), data.titled))

    def _inline(self, raw: str, path: Path, *, cell: bool = False) -> Inline:
        return read_inline(
            raw,
            lambda kind, _, details: self.tell(path, kind, details),
            note_of=lambda label, tell: tell("VB035", {"label": label}),
            cell=cell,
        )

    def _table(self, data: TableData, path: Path) -> Table | None:
        width = len(data.columns or data.rows[0])
        wrong = [(y, row) for y, row in enumerate(data.rows) if len(row) != width]
        for y, row in wrong:
            self.tell((*path, "rows", y), "VB130", {"found": len(row), "expected": width})
        if width > MOST_COLUMNS:
            self.tell(path, "VB127", {"found": width, "most": MOST_COLUMNS})
        if data.header_rows > len(data.rows):
            details: dict[str, object] = {"rows": len(data.rows), "head": data.header_rows}
            self.tell((*path, "header_rows"), "VB134", details)
        if wrong:
            return None
        columns = tuple(
            Column(column.width, "phai" if column.number else column.align, column.number)
            for column in data.columns or [ColumnData()] * width
        )
        rows = [
            tuple(self._cell(raw, (*path, "rows", y, x)) for x, raw in enumerate(row))
            for y, row in enumerate(data.rows)
        ]
        merged, bad = merge(rows, data.header_rows)
        for y, x in bad:
            self.tell((*path, "rows", y, x), "VB131", {"sign": data.rows[y][x]})
        return Table(columns, tuple(merged), data.header_rows, self._inline(data.caption, (*path, "caption")))

    def _cell(self, raw: str, path: Path) -> Cell:
        if raw in ("<", "^"):
            return Cell(merge="left" if raw == "<" else "up")
        return Cell(self._inline(raw, path, cell=True))

    def _figure(self, data: FigureData, path: Path) -> Figure | None:
        file = load_image(data.path, self.images, partial(self.tell, (*path, "path")))
        if file is None:
            return None
        caption = self._inline(data.caption, (*path, "caption"))
        return Figure(file, media_of(file) or "png", data.alt, data.path, caption, data.width_mm)


def block_data(block: Block) -> Data:
    """The data of a block, which makes the same block again; what is as usual is left out."""
    data: Data = {"loai": block.loai}
    if isinstance(block, Para):
        data |= {"so": block.so} if block.so else {}
        data["text"] = write_inline(block.text)
        if block.titled != is_titled(block.loai, plain(block.text)):
            data["titled"] = block.titled
        return data
    if isinstance(block, Table):
        data["columns"] = [
            {"width": column.width, "align": column.align, "number": column.number}
            for column in block.columns
        ]
        data["rows"] = [[_cell_data(cell) for cell in row] for row in block.rows]
        data["header_rows"] = block.header_rows
    else:
        data |= {"path": block.path, "alt": block.alt, "width_mm": block.width_mm}
    if block.caption:
        data["caption"] = write_inline(block.caption)
    return data


def _cell_data(cell: Cell) -> str:
    if cell.merge:
        return "<" if cell.merge == "left" else "^"
    return write_inline(cell.text)


def annex_data(annex: PhuLuc) -> Data:
    """The data of an annex."""
    data: Data = {"tieu_de": annex.tieu_de, "noi_dung": [block_data(block) for block in annex.noi_dung]}
    if annex.ngang:
        data["ngang"] = True
    if annex.loai:
        data["loai"] = annex.loai
    return data
