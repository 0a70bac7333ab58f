"""The one base class of every shape in this project."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable value that accepts no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")
