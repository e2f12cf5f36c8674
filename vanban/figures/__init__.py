"""Report forms: made from the targets of a plan, sent to units, collected again as one file of figures."""
