"""TT-22: letters, spaces, dates and numbers in running text."""
