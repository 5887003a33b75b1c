"""What content is. Imports nothing of the rest of the package."""
