"""From a fresh checkout to a running Kith, with nothing but Python's standard library."""
