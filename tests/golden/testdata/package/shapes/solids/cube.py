def volume(edge: float) -> float:
    """Return the volume."""
    return edge**3
