"""One module a peer; a function of each returns what it does as a ``bench.contender.Task``."""
