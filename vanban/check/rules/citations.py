"""TT-23: documents that are cited, and bodies that are no more."""
