"""The components of the decree found in a paper of any office, each with how sure the finding is."""

from vanban.parts.find import find_parts
from vanban.parts.model import Anatomy, Mark, Part

__all__ = ["Anatomy", "Mark", "Part", "find_parts"]
