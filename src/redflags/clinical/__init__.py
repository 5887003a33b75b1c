"""The mathematics of the explorers in plain Python, the twin of `frontend/src/clinical/`; shared vectors hold both equal."""
