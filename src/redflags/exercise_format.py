"""Names of an exercise's files, which say their version; here, so that neither side imports the other for them."""

QUESTIONS = "redflags-exercise/1"
"""What students get: `NAME.questions.json`."""
KEY = "redflags-key/1"
"""What the instructor keeps: `key.json`."""
