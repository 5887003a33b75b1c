"""What keeps JupyterLite from being built."""


class LiteError(RuntimeError):
    """JupyterLite can't be built, or what was built is not sound; the message says what to do."""
