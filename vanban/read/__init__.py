"""A file of any office → the document in it, what is not sure about it, and what was left out."""
