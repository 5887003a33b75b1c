"""How much a submission may take: bytes, files, seconds."""

from __future__ import annotations

from dataclasses import dataclass

FILE_BYTES = 32_000_000
"""The largest file that is read; a notebook of an exercise has a hundredth of it."""
FILES = 40
"""How many files of one student are looked at."""
STUDENT_BYTES = 96_000_000
"""What all files of one student may come to once unpacked: a zip bomb ends here."""
ENTRIES = 400_000
"""How many entries an archive may list: forty files for each of ten thousand students."""
CELLS = 2_000
SOURCE = 100_000
"""Characters of one cell's source that are looked at for answers."""
TEXT = 50_000
"""Characters of a written answer that are kept."""
NOTES = 20
"""Notes on one submission; a notebook with a thousand forged records gets no thousand lines."""


@dataclass(frozen=True)
class Limits:
    """What running one submission may take."""

    seconds: float = 60
    """On the clock."""
    cpu: int = 50
    """Seconds of processor, for each process."""
    memory: int = 1_500_000_000
    """Bytes that all its processes may hold at once."""
    address: int = 4_000_000_000
    """Bytes of addresses for each process; libraries reserve far more than they use."""
    processes: int = 48
    """Processes and threads together."""
    output: int = 20_000_000
    """Bytes printed, by all cells."""
    disk: int = 100_000_000
    """Bytes of files, in memory, gone at the end."""
    values: int = 2_000_000
    """Bytes of values handed out."""
