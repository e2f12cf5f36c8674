"""TT-24: totals, shares and amounts that contradict each other."""
