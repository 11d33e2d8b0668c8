"""The nouns: tables, codes, the scenario schema, orders and events."""
