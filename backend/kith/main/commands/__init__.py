"""One file per command, named in `kith.main.registry`."""
