"""How compiled stages come together: each is translated once, and all that a way in calls is linked and optimised there.

By default numba links everything a function calls into that function, optimises it and makes it executable, level
by level: code at the bottom of a deep rulebook is optimised once for every stage above it. Stages are never called
from Python, so none of that is needed before a way in (rules/entries) is reached.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from llvmlite.ir import CallInstr, Module
from numba import _dynfunc  # type: ignore[attr-defined]
from numba.core import compiler, funcdesc, ir, lowering, types
from numba.core.codegen import CodeLibrary, JITCodeLibrary
from numba.core.compiler_machinery import FunctionPass, LoweringPass, PassManager, register_pass
from numba.core.typed_passes import NativeLowering
from numba.core.untyped_passes import TranslateByteCode

NO_WAY_IN = 0  # address of code that cannot be called from Python


class StageLibrary(JITCodeLibrary):
    """The code of one stage, neither linked with what it calls nor made executable."""

    def finalize(self) -> None:
        """Close the library as it is."""
        self._raise_if_finalized()
        self._finalize_dynamic_globals()
        self._finalized = True


class EntryLibrary(JITCodeLibrary):
    """The code of a way in with all that it calls, near and far."""

    def add_ir_module(self, ir_module: Module) -> None:
        """What a way in itself calls stays a function: what it opens for them (rules/carriers) outlives all they read."""
        for function in ir_module.functions:
            for block in function.blocks:
                for step in block.instructions:
                    if isinstance(step, CallInstr):
                        step.attributes.add("noinline")
        super().add_ir_module(ir_module)

    def finalize(self) -> None:
        """Link, optimise and make executable."""
        self._linking_libraries = callers_first(self._linking_libraries)
        super().finalize()


def callers_first(libraries: Iterable[CodeLibrary]) -> list[CodeLibrary]:
    """All libraries that these call, near and far, every caller before what it calls: what nothing calls yet is not linked."""
    called_first: dict[CodeLibrary, None] = {}

    def visit(library: CodeLibrary) -> None:
        if library in called_first:
            return
        if isinstance(library, StageLibrary):
            for called in library._linking_libraries:
                visit(called)
        called_first[library] = None

    for library in libraries:
        visit(library)
    return list(reversed(called_first))


class StageLower(lowering.Lower):
    """Translates a stage without counting what its caller lends it.

    numba counts every argument up at the start and down after its last use, though whoever calls holds it all the while.
    Here both are left out, but for arguments that are assigned anew.
    """

    def init(self) -> None:
        """Know what is lent before the first instruction."""
        super().init()
        self._lent = lent_names(self.blocks)

    def lower_assign(self, ty: types.Type, inst: ir.Assign) -> object:
        """The value of an assignment; that of an argument is counted down again at once, and numba drops such pairs."""
        value = super().lower_assign(ty, inst)
        if inst.target.name in self._lent:
            self.decref(ty, value)
        return value

    def delvar(self, name: str) -> None:
        """A variable is used no more."""
        if name not in self._lent:
            super().delvar(name)


def lent_names(blocks: Mapping[int, ir.Block]) -> set[str]:
    """The variables that hold an argument from the start to the end."""
    first = blocks[min(blocks)]
    if any(min(blocks) in block.terminator.get_targets() for block in blocks.values()):
        return set()
    assigned = Counter(assign.target.name for block in blocks.values() for assign in block.find_insts(ir.Assign))
    arguments = (assign.target.name for assign in first.find_insts(ir.Assign) if isinstance(assign.value, ir.Arg))
    return {name for name in arguments if assigned[name] == 1}


@register_pass(mutates_CFG=True, analysis_only=False)
class StageLowering(LoweringPass):
    """Translates a stage for compiled callers."""

    _name = "stage_lowering"

    def __init__(self) -> None:
        LoweringPass.__init__(self)

    def run_pass(self, state: compiler.StateDict) -> bool:
        """As numba's own lowering, but for wrappers and executable code."""
        context = state.targetctx
        library = state.library = StageLibrary(context.codegen(), state.func_id.func_qualname)
        described = funcdesc.PythonFunctionDescriptor.from_specialized_function(
            state.func_ir,
            state.typemap,
            state.return_type,
            state.calltypes,
            mangler=context.mangler,
            inline=state.flags.forceinline,
            noalias=state.flags.noalias,
            abi_tags=[state.flags.get_mangle_string()],
        )
        with context.push_code_library(library):
            lower = StageLower(context, library, described, state.func_ir, metadata=state.metadata)
            lower.lower()
        library.finalize()
        known_by = _dynfunc.make_function(
            described.lookup_module(), described.qualname, "", NO_WAY_IN, lower.env, (library,)
        )
        context.insert_user_function(known_by, described, [library])
        state["cr"] = compiler._LowerResult(described, lower.call_helper, cfunc=known_by, env=lower.env)
        return True


@register_pass(mutates_CFG=False, analysis_only=True)
class EntryOpening(FunctionPass):
    """Gives a way in the library that links everything."""

    _name = "entry_opening"

    def __init__(self) -> None:
        FunctionPass.__init__(self)

    def run_pass(self, state: compiler.StateDict) -> bool:
        """Open the library before numba would open its own."""
        state.library = EntryLibrary(state.targetctx.codegen(), state.func_id.func_qualname)
        state.library.enable_object_caching()
        return True


class StageCompiler(compiler.CompilerBase):
    """numba's compiler with the lowering of stages."""

    def define_pipelines(self) -> list[PassManager]:
        """The one pipeline."""
        pipeline = compiler.DefaultPassBuilder.define_nopython_pipeline(self.state)
        pipeline.add_pass_after(StageLowering, NativeLowering)
        pipeline.passes = [(step, words) for step, words in pipeline.passes if step is not NativeLowering]
        pipeline.finalize()
        return [pipeline]


class EntryCompiler(compiler.CompilerBase):
    """numba's compiler with the library of ways in."""

    def define_pipelines(self) -> list[PassManager]:
        """The one pipeline."""
        pipeline = compiler.DefaultPassBuilder.define_nopython_pipeline(self.state)
        pipeline.add_pass_after(EntryOpening, TranslateByteCode)
        pipeline.finalize()
        return [pipeline]
