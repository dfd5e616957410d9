"""Deals: pipelines and stages, products, close plans, and how long each stage takes."""
