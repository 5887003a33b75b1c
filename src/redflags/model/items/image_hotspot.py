"""Image hotspot: the place on a drawing that answers the question, among places that the author marked."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, computed_field, model_validator

from redflags.model.items.base import ItemBase, Option, exactly_one_correct, letter, require_distinct
from redflags.model.shape import Shape
from redflags.model.strict import MisfitError
from redflags.model.text import Slug


class Region(Option):
    """One place on the drawing; `text` says where it is, and not what it is."""

    shape: Annotated[Shape, Field(exclude=True)]
    """Written as one shape, read by players as its outline."""

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def outline(self) -> str:
        """Path data of the shape."""
        return self.shape.outline

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def at(self) -> list[float]:
        """Where its letter stands: the shape's middle."""
        return list(self.shape.centre)


class ImageHotspot(ItemBase):
    """A drawing of `book/figures/` with lettered regions, one of them right."""

    type: Literal["image-hotspot"]
    figure: Slug
    """Name of the drawing, without `.svg`."""
    regions: Annotated[list[Region], Field(min_length=3, max_length=8)]
    _svg: str = PrivateAttr(default="")
    _alt: str = PrivateAttr(default="")

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def svg(self) -> str:
        """The drawing itself, so that it is shown wherever the item is; set by who reads the files."""
        return self._svg

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def alt(self) -> str:
        """The drawing in words."""
        return self._alt

    def show(self, svg: str, alt: str) -> None:
        """Give the item its drawing."""
        self._svg, self._alt = svg, alt

    @model_validator(mode="after")
    def _one_region(self) -> ImageHotspot:
        letter(self.regions)
        require_distinct(self.regions, "regions")
        exactly_one_correct(self.regions, "an image hotspot", "regions")
        for place, region in enumerate(self.regions):
            if not region.shape.holds(region.shape.centre):
                message = "the middle of the shape, where its letter stands, lies outside it: draw a simpler one"
                raise MisfitError(message, "regions", place, "shape")
        return self
