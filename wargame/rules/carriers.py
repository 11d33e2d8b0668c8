"""How whole worlds travel between compiled stages: by reference.

Python holds a World, a State, a Plan, a Record as named tuples of tables. Handed on as such, each call between
compiled stages would copy the head of every table; so the ways in (rules/entries) open them once, and inside a
stage `state.formations` reads one pointer. Opened tables are not counted: counting took a third of a war turn.
Uncompiled, `opened` is nothing at all.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple, TypeVar

from wargame.model.plan import Plan
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.law import compiled

T = TypeVar("T", bound=NamedTuple)

CARRIED = (World, State, Plan, Record)


def opened(tables: T) -> T:
    """The same tables, as compiled stages hand them on."""
    return tables


if compiled() == "numba":
    from numba.core import cgutils, types
    from numba.experimental import structref
    from numba.extending import intrinsic, overload

    class Carried(types.StructRef):
        """Compiled type of opened tables. Its name is short: by default it would spell out every column."""

        def __init__(self, fields: tuple[tuple[str, object], ...]) -> None:
            super().__init__(fields)
            columns = hashlib.sha256(repr(fields).encode()).hexdigest()[:8]
            self.name = f"{type(self).__name__}{columns}"

        def preprocess_fields(self, fields: tuple[tuple[str, object], ...]) -> tuple[tuple[str, object], ...]:
            """Fields of plain types, not of constants."""
            return tuple((name, types.unliteral(kind)) for name, kind in fields)

    @structref.register
    class WorldType(Carried):
        """Compiled type of an opened World."""

    @structref.register
    class StateType(Carried):
        """Compiled type of an opened State."""

    @structref.register
    class PlanType(Carried):
        """Compiled type of an opened Plan."""

    @structref.register
    class RecordType(Carried):
        """Compiled type of an opened Record."""

    class WorldRef(structref.StructRefProxy):
        """An opened World."""

    class StateRef(structref.StructRefProxy):
        """An opened State."""

    class PlanRef(structref.StructRefProxy):
        """An opened Plan."""

    class RecordRef(structref.StructRefProxy):
        """An opened Record."""

    structref.define_proxy(WorldRef, WorldType, list(World._fields))
    structref.define_proxy(StateRef, StateType, list(State._fields))
    structref.define_proxy(PlanRef, PlanType, list(Plan._fields))
    structref.define_proxy(RecordRef, RecordType, list(Record._fields))

    _REFERENCES = dict(zip(CARRIED, (WorldRef, StateRef, PlanRef, RecordRef), strict=True))

    @intrinsic
    def borrowed(context, table):
        """The same table, uncounted: Python holds what it hands in until the way in returns."""

        def generate(context, builder, signature, arguments):
            view = context.make_array(signature.return_type)(context, builder, arguments[0])
            for owner in ("meminfo", "parent"):
                setattr(view, owner, cgutils.get_null_value(getattr(view, owner).type))
            return view._getvalue()

        return table(table), generate

    def _opener(tables: type[NamedTuple]) -> object:
        """A function that opens named tuples of one class; written out, as compiled code has no loop over fields."""
        fields = ", ".join(f"borrowed(tables.{name})" for name in tables._fields)
        scope: dict[str, object] = {"reference": _REFERENCES[tables], "borrowed": borrowed}
        exec(f"def opener(tables):\n    return reference({fields})", scope)
        return scope["opener"]

    _OPENERS = {tables: _opener(tables) for tables in CARRIED}

    @overload(opened)
    def _opened(tables):
        return _OPENERS[tables.instance_class]
