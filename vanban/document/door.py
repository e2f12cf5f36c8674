"""The door: data of any origin becomes a document, or a list of everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import UnionType
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from vanban.document.blocks import Block, Figure, Para, PhuLuc, Table
from vanban.document.complaints import translated
from vanban.document.data_blocks import BlockMaker, BodyData
from vanban.document.figures import Images
from vanban.document.model import Document
from vanban.document.outline import Outline, parse_outline
from vanban.document.values import Data
from vanban.errors import Fault, InputError, in_order
from vanban.located import Located, Path, Places

_BODY = ("noi_dung", "phu_luc")
_Model = TypeVar("_Model", bound=BaseModel)


def make_document(
    data: Mapping[str, object], *, places: Places | None = None, images: Images | None = None
) -> Document:
    """Make a document of its parts.

    Args:
        data: the parts by name. Scalars may be raw text. ``noi_dung`` is an outline, a list of block data, or
            blocks; ``phu_luc`` is a list of annex data, or annexes.
        places: where the values stand; ``data``'s own where it is :class:`vanban.located.Located`.
        images: gives the bytes of a picture by its path.

    Raises:
        InputError: every fault, VB020 to VB025, VB122, VB123 and those of the outline.
    """
    return admit(data, places=places, images=images)[0]


def admit(
    data: Mapping[str, object], *, places: Places | None = None, images: Images | None = None
) -> tuple[Document, tuple[Fault, ...]]:
    """Make a document as :func:`make_document` does, with the notes of its outline."""
    return _Door(data, places, images).admit()


class _Door:
    """One document on its way in; ``faults`` grow, and at the end they are raised or there is a document."""

    def __init__(self, data: Mapping[str, object], places: Places | None, images: Images | None) -> None:
        self.data = data
        self.places = places or (data.places if isinstance(data, Located) else Places())
        self.images = images
        self.faults: list[Fault] = []
        self.notes: tuple[Fault, ...] = ()

    def admit(self) -> tuple[Document, tuple[Fault, ...]]:
        blocks, annexes = self._body()
        parts = {key: value for key, value in self.data.items() if key not in _BODY}
        document = self._validate(Document, {**parts, "noi_dung": blocks, "phu_luc": annexes})
        if document is None or self.faults:
            raise InputError(in_order(self.faults))
        return document, self.notes

    # The body ---------------------------------------------------------------------------------------

    def _body(self) -> tuple[Sequence[Block], Sequence[PhuLuc]]:
        given = {key: self.data[key] for key in _BODY if self.data.get(key)}
        blocks = given.get("noi_dung", ())
        annexes = given.get("phu_luc", ())
        if _all_are(blocks, Para | Table | Figure) and _all_are(annexes, PhuLuc):
            return blocks, annexes  # type: ignore[return-value]
        body = self._validate(BodyData, given)
        if body is None:
            return (), ()
        maker = BlockMaker(self._tell, self.images)
        made = tuple(
            PhuLuc(annex.tieu_de, self._annex_blocks(maker, annex.noi_dung, index), annex.ngang, annex.loai)
            for index, annex in enumerate(body.phu_luc)
        )
        if not isinstance(body.noi_dung, str):
            return maker.blocks(body.noi_dung, ("noi_dung",)), made
        outline = self._outline(body.noi_dung, ("noi_dung",))
        if outline.phu_luc and made:
            self._tell(("phu_luc",), "VB122", {"part": "phu_luc"})
        return outline.blocks, outline.phu_luc or made

    def _annex_blocks(self, maker: BlockMaker, body: Any, index: int) -> tuple[Block, ...]:
        path: Path = ("phu_luc", index, "noi_dung")
        if not isinstance(body, str):
            return maker.blocks(body, path)
        outline = self._outline(body, path)
        if outline.phu_luc:
            self._tell(path, "VB122", {"part": "phu_luc"})
        return outline.blocks

    def _outline(self, text: str, path: Path) -> Outline:
        place = self.places.value(path)
        try:
            outline = parse_outline(
                text,
                file=place.file,
                first_line=place.line or 1,
                first_column=place.column or 1,
                images=self.images,
            )
        except InputError as error:
            self.faults += error.faults
            return Outline(())
        self.notes += outline.notes
        return outline

    # Faults -----------------------------------------------------------------------------------------

    def _tell(self, path: Path, kind: str, details: dict[str, object]) -> None:
        self.faults.append(Fault(kind, self.places.value(path), details))

    def _validate(self, model: type[_Model], data: Data) -> _Model | None:
        try:
            return model.model_validate(data)
        except ValidationError as error:
            found = error.errors(include_url=False)
            self.faults += [translated(complaint, self.data, self.places) for complaint in found]
            return None


def _all_are(items: object, types: type | UnionType) -> bool:
    return isinstance(items, tuple | list) and all(isinstance(item, types) for item in items)
