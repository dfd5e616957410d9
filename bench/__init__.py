"""How fast Kith is, beside plain PostgreSQL and beside the same endpoints without a product around them."""
