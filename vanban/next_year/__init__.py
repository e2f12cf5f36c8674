"""Last year's document → next year's draft: what moves is moved, what a person must look at is marked."""

from vanban.next_year.model import Change, Draft, Remark, Review, Spot
from vanban.next_year.move import move

__all__ = ["Change", "Draft", "Remark", "Review", "Spot", "move"]
