"""The rules, one module for each section of annex I and each part of the language."""
