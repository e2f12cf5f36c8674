"""Rosters: the rows of a workbook, a CSV or JSONL file, or a folder of data files, with their places."""

from vanban.roster.lists import Listed, read_list
from vanban.roster.opening import open_roster, shared
from vanban.roster.row import Row

__all__ = ["Listed", "Row", "open_roster", "read_list", "shared"]
