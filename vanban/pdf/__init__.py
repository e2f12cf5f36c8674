"""A PDF as it is drawn: words with their looks, paragraphs, tables, rules, page numbers."""
