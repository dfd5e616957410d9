"""What `kith check` and `kith test` run, and how they tell the outcome."""
