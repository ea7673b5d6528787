"""A web page as it was saved: what it says of itself, and the article in it."""
