"""How whole worlds travel between compiled stages: by reference.

Python holds a World, a State, a Plan, a Record as named tuples of tables, and a stage that works something out for
others holds it so too. Handed on as such, each call between compiled stages would copy the head of every table; so
the ways in (rules/entries) open their tuples once, stages carry what they worked out, and in both `state.formations`
reads one pointer. What such a tuple lends is not counted: counting took a third of a war turn. The tuple keeps its
tables alive, so hand on the tuple, and let no table outlive it. Uncompiled, both are nothing at all.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple, TypeVar

from wargame.rules.law import compiled

T = TypeVar("T", bound=NamedTuple)


def opened(tables: T) -> T:
    """The same tables, as a way in hands them to stages."""
    return tables


def handed_on(tables: T) -> T:
    """What a stage worked out, as it hands it to others."""
    return tables


if compiled() == "numba":
    from llvmlite.ir import Aggregate, Constant, IRBuilder, Undefined
    from numba.core import cgutils, types
    from numba.core.datamodel import models, registry
    from numba.core.extending import infer_getattr, intrinsic, lower_getattr_generic, overload
    from numba.core.runtime import nrtdynmod
    from numba.core.typing.templates import AttributeTemplate
    from numba.experimental.jitclass.base import imp_dtor

    DATA = 3  # where the head of a counted block of memory says where its data lie

    class Carried(types.StructRef):
        """Compiled type of a carried tuple. Its name is short: by default it would spell out every column."""

        def __init__(self, fields: tuple[tuple[str, object], ...]) -> None:
            super().__init__(fields)
            self.name = f"{type(self).__name__}{hashlib.sha256(repr(fields).encode()).hexdigest()[:8]}"

        def preprocess_fields(self, fields: tuple[tuple[str, object], ...]) -> tuple[tuple[str, object], ...]:
            """Fields of plain types, not of constants."""
            return tuple((name, types.unliteral(kind)) for name, kind in fields)

    class Opened(Carried):
        """Compiled type of a tuple opened by a way in: it stays as it is for as long as any stage runs.

        So a stage reads each of its fields once, whatever it writes in between.
        """

    registry.default_manager.register(Carried, models.StructRefModel)
    registry.default_manager.register(Opened, models.StructRefModel)

    @infer_getattr
    class CarriedAttributes(AttributeTemplate):
        """A carried tuple has the fields of the tuple."""

        key = Carried

        def generic_resolve(self, carried, name):  # type: ignore[override]
            """The type of a field, or None."""
            return carried.field_dict.get(name)

    @lower_getattr_generic(Carried)
    def lend(context, builder, carried, value, name):
        """A field of a carried tuple, uncounted: the tuple outlives whoever asks."""
        kind = carried.field_dict[name]
        read = read_once if isinstance(carried, Opened) else IRBuilder.load
        held = context.make_helper(builder, carried, value).meminfo
        held = builder.bitcast(held, nrtdynmod._meminfo_struct_type.as_pointer())
        start = read(builder, cgutils.gep_inbounds(builder, held, 0, DATA))
        kept = context.data_model_manager[carried.get_data_type()]
        start = builder.bitcast(start, kept.get_value_type().as_pointer())
        field = read(builder, cgutils.gep_inbounds(builder, start, 0, kept.get_field_position(name)))
        if not isinstance(kind, types.Array):
            return field
        table = context.make_array(kind)(context, builder, field)
        for owner in ("meminfo", "parent"):
            setattr(table, owner, cgutils.get_null_value(getattr(table, owner).type))
        return table._getvalue()

    def read_once(builder, place):
        """What stands in a place that nobody writes to; of a whole of many parts, part by part."""
        kind = place.type.pointee
        if not isinstance(kind, Aggregate):
            part = builder.load(place)
            part.set_metadata("invariant.load", builder.module.add_metadata([]))
            return part
        whole = Constant(kind, Undefined)
        for k in range(len(kind)):
            part = read_once(builder, cgutils.gep_inbounds(builder, place, 0, k))
            whole = builder.insert_value(whole, part, k)
        return whole

    def keep(context, builder, kind, given):
        """A carried tuple that keeps its tables alive."""
        kept = kind.get_data_type()
        room = context.data_model_manager[kept].get_value_type()
        size = context.get_constant(types.uintp, context.get_abi_sizeof(room))
        held = context.nrt.meminfo_alloc_dtor(builder, size, imp_dtor(context, builder.module, kind))
        where = builder.bitcast(context.nrt.meminfo_data(builder, held), room.as_pointer())
        fields = cgutils.create_struct_proxy(kept)(context, builder, ref=where)
        for place, (name, field) in enumerate(kind.field_dict.items()):
            table = builder.extract_value(given, place)
            context.nrt.incref(builder, field, table)
            setattr(fields, name, table)
        reference = context.make_helper(builder, kind)
        reference.meminfo = held
        return reference._getvalue()

    @intrinsic
    def carry(context, tables):
        """A carried tuple."""
        kind = Carried(tuple(zip(tables.fields, tables.types, strict=True)))
        return kind(tables), lambda c, builder, _, given: keep(c, builder, kind, given[0])

    @intrinsic
    def open_up(context, tables):
        """An opened tuple."""
        kind = Opened(tuple(zip(tables.fields, tables.types, strict=True)))
        return kind(tables), lambda c, builder, _, given: keep(c, builder, kind, given[0])

    @overload(handed_on)
    def _handed_on(tables):
        return lambda tables: carry(tables)  # type: ignore[call-arg]

    @overload(opened)
    def _opened(tables):
        return lambda tables: open_up(tables)  # type: ignore[call-arg]
