"""The Vietnamese language: Unicode, dates, numbers in figures and words, letters, capitals."""
