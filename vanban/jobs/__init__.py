"""Whole jobs, from files to files. What the commands call, and the public Python interface."""

from vanban.jobs.checking import Checked, check_files
from vanban.jobs.comparing import Compared, compare_files
from vanban.jobs.importing import Imported, import_files
from vanban.jobs.made import Made, spare
from vanban.jobs.merging import Merged, merge_files
from vanban.jobs.rendering import Result, render_files

__all__ = [
    "Checked",
    "Compared",
    "Imported",
    "Made",
    "Merged",
    "Result",
    "check_files",
    "compare_files",
    "import_files",
    "merge_files",
    "render_files",
    "spare",
]
