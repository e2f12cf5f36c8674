"""Vietnamese official paperwork, laid out as Nghị định 30/2020/NĐ-CP prescribes."""

__version__ = "0.1.0"
