"""The base of every content model: unknown keys are refused, so that a typing slip cannot lose words."""

from pydantic import BaseModel, ConfigDict


class MisfitError(ValueError):
    """Parts of a record that don't fit together; says which part its author should look at."""

    def __init__(self, message: str, *path: str | int) -> None:
        super().__init__(message)
        self.path = path
        """Way from the record to the part, such as `("options", 2)`."""


class Strict(BaseModel):
    """A model that refuses keys it doesn't know and never changes after it was read."""

    model_config = ConfigDict(extra="forbid", frozen=True)
