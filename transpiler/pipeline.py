"""One COBOL source file to one Python module: the stages in order.

Each pass takes the conversion so far and adds to it. A pass that cannot go on leaves `module_text` empty and a diagnostic; the next
passes then have nothing to do. Formatting and source maps are done for many modules at once, in `finish`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import transpiler.lower.families  # noqa: F401  registers every lowering
from cobol_parser import ast
from cobol_parser.compiler_options import Wish, report_unmet
from cobol_parser.diagnostics import Diagnostics
from cobol_parser.dialects import Dialect, dialect_named
from cobol_parser.parser import parse
from cobol_parser.resolve import ProgramAnalysis, analyze
from cobol_parser.run_time_checks import ALL, NONE, Checking
from cobol_parser.text_manipulation import SourceText, expand
from cobol_parser.text_options import EXTENSIONS, TextOptions
from transpiler.emit.render import format_modules, render_module
from transpiler.emit.silent import silent_statements
from transpiler.emit.source_map import source_map, to_json
from transpiler.emit.views import ModuleView, docstring, import_lines, origins, program_view
from transpiler.flow.overlapping import overlapping_ranges
from transpiler.flow.plan import plan_flow, procedure_name
from transpiler.function_sources import functions_called_elsewhere, returned_item
from transpiler.intrinsics import EXCEPTION_FUNCTIONS
from transpiler.ir import nodes as ir
from transpiler.ir.walk import names_in
from transpiler.lower.collating import collating_constants
from transpiler.lower.context import Context, Imports
from transpiler.lower.program import ProgramClass, lower_program
from transpiler.naming import Scope, camel_case, module_name
from transpiler.options import ConvertOptions
from transpiler.runtime_api import REPORT_NAMES, RUNTIME_NAMES
from transpiler.statistics import Statistics, count_statements
from transpiler.storage.functions import UserFunction, described_result
from transpiler.storage.plan import plan_storage
from transpiler.storage.reports import plan_reports

_ANNOTATION_NAME = re.compile(r"[A-Za-z_]+")
_BUILTIN_CLASSES = frozenset({"Decimal", "Program", "Record"})


@dataclass(slots=True, eq=False)
class Conversion:
    """Everything known about the conversion of one file. Later fields are filled in by later passes."""

    path: Path
    options: ConvertOptions
    diagnostics: Diagnostics = field(default_factory=Diagnostics)
    text: SourceText | None = None
    unit: ast.CompilationUnit | None = None
    analyses: dict[ast.Program, ProgramAnalysis] = field(default_factory=dict)
    contexts: list[Context] = field(default_factory=list)
    asks_exceptions: bool = False
    """A program of the file asks which exception was raised last."""
    functions: dict[str, UserFunction] = field(default_factory=dict)
    function_sources: list[Path] = field(default_factory=list)
    """The other files that define functions which this one calls."""
    programs: tuple[ProgramClass, ...] = ()
    imports: Imports = field(default_factory=Imports)
    module_text: str = ""
    map_text: str = ""
    statistics: Statistics = field(default_factory=Statistics)
    crashed: bool = False

    @property
    def dialect(self) -> Dialect:
        """The dialect of the options, with what the program's own compiler options change."""
        options = self.options
        named = replace(
            dialect_named(options.dialect, options.collating),
            sign=options.sign,
            flag_subset=options.flag_subset,
        )
        return named if self.text is None else self.text.settings.applied_to(named)

    @property
    def checking(self) -> Checking:
        """The run-time checks that options of the conversion and of the source ask for."""
        turns = self.text.settings.turns if self.text is not None else ()
        return Checking(ALL if self.options.checks else NONE, tuple(turns))

    @property
    def module(self) -> str:
        """Name of the Python module."""
        return module_name(self.path.stem)

    @property
    def program_ids(self) -> tuple[str, ...]:
        """PROGRAM-IDs of the file's outermost programs in order."""
        programs = self.unit.programs if self.unit is not None else ()
        return tuple(program.identification.program_id for program in programs)


def read_and_expand(conversion: Conversion) -> None:
    """Read the file, open COPY and REPLACE, and cut it into words."""
    options = conversion.options
    conversion.text = expand(
        str(conversion.path),
        TextOptions(
            dialect=conversion.dialect,
            format=options.format,
            encoding=options.encoding,
            library_folders=tuple(str(folder) for folder in options.library_folders),
            tree=options.tree_copybooks,
            extensions=options.extensions or EXTENSIONS,
            debugging=options.debugging,
            definitions=dict(_definition(written) for written in options.defines),
        ),
        conversion.diagnostics,
    )
    options = conversion.options = _with_own_profile(options, conversion.text.settings.wishes)
    given = {"arithmetic": options.arithmetic, "collating": options.collating, "dialect": options.dialect}
    report_unmet(conversion.text.settings, given, conversion.diagnostics)


def _with_own_profile(options: ConvertOptions, wishes: list[Wish]) -> ConvertOptions:
    """Under an IBM profile the program's own option ARITH chooses between the two."""
    wished = [wish.value for wish in wishes if wish.name == "arithmetic"]
    if not wished or options.arithmetic == "gnucobol":
        return options
    return replace(options, arithmetic=wished[-1])


def _definition(written: str) -> tuple[str, str]:
    """NAME=VALUE, or NAME alone, as a compilation variable."""
    name, _, value = written.partition("=")
    return name, value.strip("\"'")


def parse_text(conversion: Conversion) -> None:
    """Words to syntax tree; a bad sentence costs that sentence."""
    if conversion.text is not None:
        conversion.unit = parse(conversion.text, conversion.dialect, conversion.diagnostics)


def analyze_programs(conversion: Conversion) -> None:
    """Declare and lay out the data, resolve every name, check the rules of the standard."""
    if conversion.unit is not None:
        conversion.analyses = analyze(conversion.unit, conversion.dialect, conversion.diagnostics)


def make_plans(conversion: Conversion) -> None:
    """Decide where each item lives and how control flows; contained programs follow their container."""
    if conversion.unit is None or conversion.text is None:
        return
    conversion.asks_exceptions = any(token.upper in EXCEPTION_FUNCTIONS for token in conversion.text.tokens)
    has_reports = any(analysis.symbols.reports for analysis in conversion.analyses.values())
    module = Scope(RUNTIME_NAMES | _BUILTIN_CLASSES | (REPORT_NAMES if has_reports else frozenset()))
    for program in conversion.unit.programs:
        _plan(conversion, program, module, None)
    _plan_functions(conversion, module)


def _plan_functions(conversion: Conversion, module: Scope) -> None:
    """Describe what functions of other files return; the first program of the module holds the classes."""
    called = functions_called_elsewhere(conversion.analyses)
    folders = (
        conversion.path.parent,
        *conversion.options.library_folders,
        *conversion.options.program_folders,
    )
    for name in called:
        found = returned_item(name, folders, lambda path: _analyses_of(path, conversion.options))
        if found is None:
            continue
        path, item = found
        function = described_result(name, item, module)
        conversion.functions[name] = function
        conversion.contexts[0].storage.results.append(function.record)
        conversion.function_sources.append(path)


def _analyses_of(path: Path, options: ConvertOptions) -> dict[ast.Program, ProgramAnalysis]:
    """Read and analyze the source of a function; what is wrong in it is told when it is converted itself."""
    other = Conversion(path, options)
    for run in (read_and_expand, parse_text, analyze_programs):
        run(other)
    return other.analyses


def _plan(conversion: Conversion, program: ast.Program, module: Scope, outer: Context | None) -> None:
    analysis = conversion.analyses[program]
    class_name = module.claim(
        camel_case(program.identification.program_id),
        camel_case(program.identification.program_id) + "Program",
    )
    several = conversion.unit is not None and (
        len(conversion.unit.programs) > 1 or conversion.unit.programs[0].programs
    )
    storage = plan_storage(analysis.symbols, module, class_name if several else "")
    plan_reports(analysis, storage, module)
    flow = plan_flow(
        analysis,
        storage.members,
        exact=conversion.options.exact,
        independent_segments=conversion.dialect.independent_segments,
    )
    if conversion.dialect.every_range_ends:
        flow.overlapping = overlapping_ranges(analysis, flow)
    context = Context(
        analysis=analysis,
        storage=storage,
        flow=flow,
        dialect=conversion.dialect,
        options=conversion.options,
        diagnostics=conversion.diagnostics,
        imports=conversion.imports,
        outer=outer,
        class_name=class_name,
        asks_exceptions=conversion.asks_exceptions,
        checking=conversion.checking,
        functions=conversion.functions,
    )
    if program.identification.kind == "FUNCTION":
        returning = analysis.symbols.returning
        if returning is not None:
            conversion.functions[program.identification.program_id] = UserFunction(
                returning, storage.record_of[returning], storage.field_of.get(returning)
            )
    for contained in program.programs:
        _plan(conversion, contained, module, context)
    conversion.contexts.append(
        context
    )  # classes of contained programs stand before the class that names them
    if outer is not None:
        outer.contained.append(context)


def lower_programs(conversion: Conversion) -> None:
    """Syntax tree to Python-shaped tree."""
    conversion.programs = tuple(lower_program(context) for context in conversion.contexts)
    conversion.statistics = count_statements(conversion.contexts)


def print_module(conversion: Conversion) -> None:
    """Python-shaped tree to the text of the module, not formatted yet."""
    if conversion.unit is None or not conversion.programs:
        return
    used = _used_names(conversion)
    conversion.imports.runtime &= used
    conversion.imports.reports &= used
    outermost = [context for context in conversion.contexts if context.outer is None]
    main = next(
        (
            context.class_name
            for context in outermost
            if context.analysis.program.identification.kind == "PROGRAM"
        ),
        "",
    )
    if main:
        conversion.imports.runtime.add("main")
    view = ModuleView(
        docstring(_documentation(conversion), ""),
        import_lines(conversion.imports),
        collating_constants(conversion.imports),
        tuple(program_view(program) for program in conversion.programs),
        main,
    )
    conversion.module_text = render_module(view)


def _documentation(conversion: Conversion) -> str:
    """The module's docstring: its source, and the arithmetic profile and character order where they are not the usual ones."""
    paragraphs = [f"{conversion.path.name} converted by cobolift."]
    options = conversion.options
    if options.arithmetic != "gnucobol":
        profile = options.arithmetic
        paragraphs.append(
            f"Intermediate results have the places that the arithmetic profile {profile} gives them."
        )
    if options.checks:
        paragraphs.append(
            "Subscripts, reference modifications, numbers and addresses are checked while it runs."
        )
    elif any(turn.on for turn in conversion.checking.turns):
        paragraphs.append("Some run-time checks are done where the source asks for them.")
    if options.collating == "ebcdic":
        paragraphs.append("Characters are in the order they have on a mainframe (EBCDIC).")
    return "\n\n".join(paragraphs)


def _used_names(conversion: Conversion) -> set[str]:
    """Names of the runtime that the module really uses; lowering notes some that a shorter form then leaves out."""
    used = {"Program", *(record.base for program in conversion.programs for record in program.records)}
    conversion.imports.runtime |= used
    for program in conversion.programs:
        methods = [*program.methods, program.constructor]
        for record in program.records:
            methods += record.methods
            used.update(names_in(field.value for field in record.fields))
            used.update(names_in(value for _, value in record.keywords))
        for method in methods:
            used.update(names_in(method.body))
            used.update(_ANNOTATION_NAME.findall(f"{method.parameters} {method.returns}"))
            used.update(
                name
                for statement in method.body
                if isinstance(statement, ir.Assign) and statement.annotation
                for name in _ANNOTATION_NAME.findall(statement.annotation)
            )
    return used


PASSES: tuple[Callable[[Conversion], None], ...] = (
    read_and_expand,
    parse_text,
    analyze_programs,
    make_plans,
    lower_programs,
    print_module,
)


def convert(path: Path, options: ConvertOptions) -> Conversion:
    """Run every pass on one file; the module is not formatted yet (see `finish`)."""
    conversion = Conversion(path, options)
    for run in PASSES:
        run(conversion)
    return conversion


def finish(conversions: Iterable[Conversion]) -> None:
    """Format the modules of many conversions with one run of the formatter and make their source maps."""
    made = [conversion for conversion in conversions if conversion.module_text]
    formatted = format_modules([conversion.module_text for conversion in made])
    for conversion, text in zip(made, formatted, strict=True):
        conversion.module_text = text
        sources = list(origins(conversion.programs))
        silent = silent_statements(conversion.contexts, frozenset(sources))
        mappings = source_map(text, sources, _procedure_names(conversion.contexts))
        conversion.map_text = to_json(mappings, silent, conversion.module, text)


def _procedure_names(contexts: Iterable[Context]) -> dict[ast.Node, str]:
    return {
        paragraph: procedure_name(context.analysis, paragraph)
        for context in contexts
        for paragraph in context.flow.order
    }


def convert_file(path: Path, out: Path, options: ConvertOptions) -> Conversion:
    """Convert one file and write its module and source map into the folder `out`."""
    conversion = convert(path, options)
    finish([conversion])
    if conversion.module_text:
        out.mkdir(parents=True, exist_ok=True)
        (out / f"{conversion.module}.py").write_text(conversion.module_text, encoding="utf-8")
        (out / f"{conversion.module}.map.json").write_text(conversion.map_text, encoding="utf-8")
    return conversion
