def area(width: float, height: float) -> float:
    """Return the area."""
    return width * height
