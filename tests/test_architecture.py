"""Who may import whom. The layers are the architecture; this test keeps them true."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CORE = ROOT / "smi_core"

# A module imports only from layers above its own. A folder is one module.
LAYERS = [
    {"base", "truth", "forms", "reading", "merging", "passphrases", "places"},
    {"words", "dated", "rules", "attached", "colours", "locked"},
    {
        "glossary",
        "money",
        "texts",
        "decisions",
        "national",
        "citing",
        "blocks",
        "cleaning",
        "languages",
        "days",
    },
    {"amounts", "questions", "derived", "chart", "paying", "terms", "asking", "uploads", "sandbox"},
    {"answers", "echo", "facts", "income", "deadlines", "care", "scheme", "pdf"},
    {"flow", "eligibility", "checklist", "draft", "sums", "hourly", "halfdays"},
    {"contribution", "guide", "filled", "kept"},
    {"advice", "checks"},
    {"content"},
    {"case"},
    {"wording", "law", "progress", "whatif", "doubts", "agenda", "remarks"},
    {"lists", "weekplan"},
    {"handing_in"},
    {"dossier", "report", "docx", "handover"},
    {"schemas", "letters", "mail", "pack"},
    {"unlocked"},
    {"__main__"},
]
LEVEL = {module: level for level, modules in enumerate(LAYERS) for module in modules}
# Edges of the core: they touch files, a library or a clock. Only who needs them imports them.
# `sandbox` reads hostile files and runs in a process of its own: nobody imports it.
EDGES = {
    "content": {"__main__", "schemas", "pack", "unlocked"},
    "pdf": {"__main__", "pack"},
    "uploads": {"__main__", "pack", "unlocked"},
    "docx": {"__main__"},
    "pack": {"__main__", "unlocked"},
    "unlocked": {"__main__"},
    "sandbox": set(),
    "__main__": set(),
}
OWNERS = {
    "yaml": {"content"},
    "reportlab": {"pdf"},
    "stdnum": {"forms"},
    "pikepdf": {"pdf", "sandbox"},
    "pypdfium2": {"sandbox"},
    "PIL": {"sandbox"},
    "pi_heif": {"sandbox"},
    "subprocess": {"uploads"},
    "arabic_reshaper": {"pdf"},
    "bidi": {"pdf"},
    "docx": {"docx"},
    "icalendar": {"agenda"},
    "cryptography": {"locked"},
}


def module_of(path: Path) -> str:
    """The module a file belongs to; a folder of files is one module."""
    return path.relative_to(CORE).parts[0].removesuffix(".py")


def files() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in sorted(CORE.rglob("*.py")):
        if module_of(path) != "__init__":
            found.setdefault(module_of(path), []).append(path)
    return found


MODULES = files()
in_each = pytest.mark.parametrize("module", MODULES)


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


@cache
def imported_by(path: Path) -> frozenset[str]:
    """Everything that is imported, `smi_core.x` for both ways to write it."""
    found: set[str] = set()
    for node in nodes(path):
        match node:
            case ast.Import(names=names):
                found |= {name.name for name in names}
            case ast.ImportFrom(module="smi_core", names=names):
                found |= {f"smi_core.{name.name}" for name in names}
            case ast.ImportFrom(module=str(module)):
                found.add(module)
    return frozenset(found)


def imports(paths: list[Path]) -> set[str]:
    return {name for path in paths for name in imported_by(path)}


def core_modules(paths: list[Path]) -> set[str]:
    parts = [name.split(".") for name in imports(paths)]
    return {part[1] for part in parts if part[0] == "smi_core" and len(part) > 1}


def packages(paths: list[Path]) -> set[str]:
    return {name.partition(".")[0] for name in imports(paths)}


def test_every_module_has_its_layer():
    assert set(MODULES) == set(LEVEL)


@in_each
def test_a_module_imports_only_from_lower_layers(module):
    for name in core_modules(MODULES[module]) - {module}:
        assert LEVEL[name] < LEVEL[module], f"{module} must not import {name}"


@in_each
def test_the_core_does_not_know_the_website(module):
    assert packages(MODULES[module]).isdisjoint({"streamlit", "starlette", "web", "pages", "app"})


@pytest.mark.parametrize(("library", "owners"), OWNERS.items())
def test_a_library_has_its_owners(library, owners):
    users = {module for module, paths in MODULES.items() if library in packages(paths)}

    assert users <= owners


@pytest.mark.parametrize(("edge", "users"), EDGES.items())
def test_an_edge_is_imported_only_by_who_needs_it(edge, users):
    found = {module for module, paths in MODULES.items() if edge in core_modules(paths)}

    assert found - {edge} <= users


@pytest.mark.parametrize("module", sorted(set(MODULES) - {"__main__", "uploads"}))
def test_the_core_has_no_clock(module):
    named = {
        node.attr
        for path in MODULES[module]
        for node in nodes(path)
        if isinstance(node, ast.Attribute)
    }

    assert named.isdisjoint({"today", "now", "utcnow"})
    assert "time" not in packages(MODULES[module])


@pytest.mark.parametrize("module", sorted(set(MODULES) - {"__main__", "content", "pdf", "sandbox"}))
def test_only_the_edges_open_files(module):
    for path in MODULES[module]:
        for node in nodes(path):
            match node:
                case ast.Call(func=ast.Name(id=name)):
                    assert name not in {"open", "print", "input"}, path
                case ast.Attribute(attr=name):
                    assert name not in {"read_text", "read_bytes", "write_text", "write_bytes"}


def test_the_shell_of_the_website_does_not_know_the_pages():
    paths = sorted((ROOT / "web").rglob("*.py"))

    assert paths
    assert "pages" not in packages(paths)


def test_pages_read_no_files_and_no_yaml():
    paths = sorted((ROOT / "pages").rglob("*.py"))

    assert paths
    assert packages(paths).isdisjoint({"yaml", "pathlib", "reportlab", "pydantic"})
