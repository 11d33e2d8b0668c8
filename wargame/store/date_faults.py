"""What is wrong with a date in a file, in words of the catalogue."""

from collections.abc import Mapping
from typing import Final

from wargame.catalogue import _

# What pydantic tells of a text that is no date, and how it is said in the language of the user.
_CAUSES: Final = {
    "input is too short": _("input is too short"),
    "invalid character in year": _("invalid character in year"),
    "invalid character in month": _("invalid character in month"),
    "invalid character in day": _("invalid character in day"),
    "invalid date separator, expected `-`": _("invalid date separator, expected `-`"),
    "year 0 is out of range": _("year 0 is out of range"),
    "month value is outside expected range of 1-12": _("month value is outside expected range of 1-12"),
    "day value is outside expected range": _("day value is outside expected range"),
    "unexpected extra characters at the end of the input": _("unexpected extra characters at the end of the input"),
}
_FORM: Final = _("input should be a valid date in the format YYYY-MM-DD")


def words_of_date(context: Mapping[str, object]) -> str:
    """What is said of a value that is no date; what pydantic tells of it beyond our words is left out."""
    if "error" not in context:
        return _("input should be a valid date")
    cause = _CAUSES.get(str(context["error"]))
    return _("{form}, {cause}").format(form=_FORM, cause=cause) if cause else _FORM
