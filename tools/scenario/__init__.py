"""From tables of facts to the two large scenarios."""
