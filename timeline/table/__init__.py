"""Events as a pandas table."""
