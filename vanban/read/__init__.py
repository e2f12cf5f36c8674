"""A file of any office → the document in it, what is not sure about it, and what was left out."""

from vanban.read.door import read
from vanban.read.model import LeftOut, Reading, WordCount

__all__ = ["LeftOut", "Reading", "WordCount", "read"]
