"""Which data a student gets where an exercise's data vary: the same name, the same data, on every machine."""

from __future__ import annotations

import zlib

VARIANTS = 16
"""Few enough that the solution is run for each, so that answers are compared with plain values."""


def variant(me: str) -> int:
    """Return the variant of a student.

    Parameters
    ----------
    me
        What they call themselves to their course: a student id. Spaces around it and capitals don't count.

    Examples
    --------
    >>> variant("s1234567") == variant(" S1234567 ")
    True
    >>> variant("")
    0
    """
    name = me.strip().casefold()
    return zlib.crc32(name.encode()) % VARIANTS if name else 0
