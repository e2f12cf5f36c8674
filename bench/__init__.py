"""Speed, memory and size of vanban beside its peers, measured in one run."""
