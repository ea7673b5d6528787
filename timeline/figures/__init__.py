"""Charts as plain dictionaries: each a pure function of a table, in a file of its own."""
