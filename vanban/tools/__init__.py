"""Programs that are not ours, one module each: found, started, watched; their absence is a clear fault."""
