"""Text tools, see `the manual <https://example.com/manual>`_.

.. versionadded:: 1.2
"""


def slug(text: str, separator: str = "-", max_length: int | None = None) -> str:
    """Make a slug of a text: :func:`~docs_sphinx.words` joined by ``separator``.

    :param text: Any text,
        in any language.
    :param str separator: What goes between words.
    :param max_length: The length at most, in characters.
    :type max_length: int or None
    :returns: The slug,
        in small letters.
    :rtype: str
    :raises ValueError: If nothing is left.

    .. warning:: Two texts may have one slug.
    """


def words(text: str) -> list[str]:
    """Word by word.

    .. deprecated:: 2.0
       Use :func:`slug` instead.
    """


def wrap(text: str, width: int) -> list[str]:
    """Text wrapped to a width.

    The steps are:

    1. split the text
       into words
    2. fill lines
    3. done

    The result is one of

    - lines
    - nothing

    and never anything else.

    ========  =======
    width     lines
    ========  =======
    10        3
    20        2
    ========  =======
    """
