"""Last year's document → next year's draft: what moves is moved, what a person must look at is marked."""
