"""Sheets: a workbook or a CSV file as rows of plain cells that know where they stand."""

from vanban.sheets.model import Cell, Line, Sheet, cell_name
from vanban.sheets.opening import SUFFIXES, open_sheets

__all__ = ["SUFFIXES", "Cell", "Line", "Sheet", "cell_name", "open_sheets"]
