"""The mathematics of the explorers in plain Python, the twin of `frontend/src/clinical/`.

Shared vectors (`tests/vectors/clinical/`) hold both equal.
"""
