"""The outside world: database, processes, files, jobs, messages; a port and an adapter each."""
