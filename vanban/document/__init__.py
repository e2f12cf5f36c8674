"""The document: its model, the outline that people write, and the files it is kept in."""
