"""Geometry on a sphere.

Attributes:
    RADIUS: The radius of the Earth, in km.

Example:
    Distances are great-circle distances::

        distance(52.5, 13.4, 48.9, 2.3)
"""


def distance(lat1: float, lon1: float, lat2: float, lon2: float, unit: str = "km") -> float:
    """Computes the distance between two points.

    The haversine formula is used; see
    https://en.wikipedia.org/wiki/Haversine_formula for why.

    Args:
        lat1 (float): Latitude of the first point, in degrees.
        lon1: Longitude of the first point, in degrees,
            positive to the east.
        lat2: As above.
        lon2: As above.
        unit (str, optional): One of:

            * ``km``
            * ``mi``

    Returns:
        float: The distance in `unit`.

    Raises:
        ValueError: If the unit is unknown.

    Note:
        The Earth is no sphere.

    Example:
        >>> distance(0, 0, 0, 1)
        111.19
    """


def track(points: list[tuple[float, float]], *more: tuple[float, float], **extra: str) -> dict[str, float]:
    """Get and check the lengths of a track.

    Args:
        points: (latitude, longitude) of each point, in degrees.
        *more: Further points.
        **extra: Anything else.

    Returns:
        A dict with these keys:

        - length: in km
        - points: how many
    """


def yields(n: int) -> list[int]:
    """List all squares.

    Returns:
        list[int]: The squares.

    Todo:
        * Cubes
        * More
    """
