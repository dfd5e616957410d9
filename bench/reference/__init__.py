"""The same jobs without a product around them: what Python on PostgreSQL can do at best."""
