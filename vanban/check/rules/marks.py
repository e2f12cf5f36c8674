"""TT-13: marks of urgency and the other components (Phụ lục I, Phần I, III.2 to III.4)."""
