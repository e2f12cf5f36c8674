"""The figures database: targets, what units reported of them, and the results that follow."""

from vanban.so_lieu.combining import results, total
from vanban.so_lieu.model import ChiTieu, DonVi, Figure, Ky, Reported
from vanban.so_lieu.store import read_period, read_periods, to_sqlite

__all__ = [
    "ChiTieu",
    "DonVi",
    "Figure",
    "Ky",
    "Reported",
    "read_period",
    "read_periods",
    "results",
    "to_sqlite",
    "total",
]
