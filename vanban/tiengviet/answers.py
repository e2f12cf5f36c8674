"""Yes and no, as data files write them."""

from __future__ import annotations

ANSWERS = {"true": True, "có": True, "false": False, "không": False}
