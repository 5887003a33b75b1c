"""Questions, marking and widgets of the open course *When Back Pain Is Cancer*."""

__version__ = "0.1.0"
