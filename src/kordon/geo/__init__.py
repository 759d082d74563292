"""Plain geometry of borders, that any link may use."""
