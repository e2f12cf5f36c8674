"""Nghị định 30/2020/NĐ-CP as data: measures with their ranges, kinds, abbreviations, forms of authority."""

from vanban.thethuc.components import BOXES, COMPONENTS, Component
from vanban.thethuc.kinds import FILE_ABBREVIATIONS, KINDS, Form, Kind
from vanban.thethuc.look import DECREE_LOOK, LOOK_RANGES, SIZE_SETS, Look, TextStyle, outside
from vanban.thethuc.measures import RULE_LINES, Range

__all__ = [
    "BOXES",
    "COMPONENTS",
    "DECREE_LOOK",
    "FILE_ABBREVIATIONS",
    "KINDS",
    "LOOK_RANGES",
    "RULE_LINES",
    "SIZE_SETS",
    "Component",
    "Form",
    "Kind",
    "Look",
    "Range",
    "TextStyle",
    "outside",
]
