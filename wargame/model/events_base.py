"""What all events share."""

from pydantic import BaseModel, ConfigDict


class EventBase(BaseModel):
    """What all events share: the day (since the start), and the bodies whose seats may know of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    day: int
    known_to: tuple[str, ...]
