"""Batches: a document for every row of a roster, made by many processes, killed and resumed at will."""
