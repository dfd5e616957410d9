"""Pictures of every page: `./kith pictures`."""
