"""When an article was published, and how that is known."""
