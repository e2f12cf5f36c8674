"""Find every layout fault in anybody's paper, cite the clause, repair what is safe."""
