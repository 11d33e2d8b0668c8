"""How whole worlds travel between compiled stages: by reference.

Python holds a World, a State, a Plan, a Record as named tuples of tables, and a stage that works something out for
others holds it so too. Handed on as such, each call between compiled stages would copy the head of every table; so
the ways in (rules/entries) and those stages open their tuples once, and inside a stage `state.formations` reads one
pointer. What an opened tuple lends is not counted: counting took a third of a war turn. The tuple keeps its tables
alive, so hand on the tuple, and let no table outlive it. Uncompiled, `opened` is nothing at all.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple, TypeVar

from wargame.rules.law import compiled

T = TypeVar("T", bound=NamedTuple)


def opened(tables: T) -> T:
    """The same tables, as compiled stages hand them on."""
    return tables


if compiled() == "numba":
    from numba.core import cgutils, types
    from numba.core.datamodel import models, registry
    from numba.core.extending import infer_getattr, intrinsic, lower_getattr_generic, overload
    from numba.core.typing.templates import AttributeTemplate
    from numba.experimental import structref
    from numba.experimental.jitclass.base import imp_dtor

    class Carried(types.StructRef):
        """Compiled type of an opened tuple. Its name is short: by default it would spell out every column."""

        def __init__(self, fields: tuple[tuple[str, object], ...]) -> None:
            super().__init__(fields)
            self.name = f"Carried{hashlib.sha256(repr(fields).encode()).hexdigest()[:8]}"

        def preprocess_fields(self, fields: tuple[tuple[str, object], ...]) -> tuple[tuple[str, object], ...]:
            """Fields of plain types, not of constants."""
            return tuple((name, types.unliteral(kind)) for name, kind in fields)

    registry.default_manager.register(Carried, models.StructRefModel)

    @infer_getattr
    class CarriedAttributes(AttributeTemplate):
        """An opened tuple has the fields of the tuple."""

        key = Carried

        def generic_resolve(self, carried, name):  # type: ignore[override]
            """The type of a field, or None."""
            return carried.field_dict.get(name)

    @lower_getattr_generic(Carried)
    def lend(context, builder, carried, value, name):
        """A field of an opened tuple, uncounted: the tuple outlives whoever asks."""
        field = getattr(structref._Utils(context, builder, carried).get_data_struct(value), name)
        kind = carried.field_dict[name]
        if not isinstance(kind, types.Array):
            return field
        table = context.make_array(kind)(context, builder, field)
        for owner in ("meminfo", "parent"):
            setattr(table, owner, cgutils.get_null_value(getattr(table, owner).type))
        return table._getvalue()

    @intrinsic
    def carry(context, tables):
        """An opened tuple that keeps its tables alive."""
        carried = Carried(tuple(zip(tables.fields, tables.types, strict=True)))

        def generate(context, builder, signature, arguments):
            kept = carried.get_data_type()
            room = context.data_model_manager[kept].get_value_type()
            size = context.get_constant(types.uintp, context.get_abi_sizeof(room))
            free = imp_dtor(context, builder.module, carried)
            held = context.nrt.meminfo_alloc_dtor(builder, size, free)
            where = builder.bitcast(context.nrt.meminfo_data(builder, held), room.as_pointer())
            fields = cgutils.create_struct_proxy(kept)(context, builder, ref=where)
            for place, (name, kind) in enumerate(carried.field_dict.items()):
                table = builder.extract_value(arguments[0], place)
                context.nrt.incref(builder, kind, table)
                setattr(fields, name, table)
            reference = context.make_helper(builder, carried)
            reference.meminfo = held
            return reference._getvalue()

        return carried(tables), generate

    @overload(opened)
    def _opened(tables):
        return lambda tables: carry(tables)  # type: ignore[call-arg]
