"""Reading the codebook's files into validated entries that remember their lines.

Needs pydantic; used where the codebook is compiled or checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

from kawat.coding.rulebook import schema
from kawat.errors import CodebookError, Fault
from kawat.tables import DataFile, Node, read_yaml, relative_name

if TYPE_CHECKING:
    from pydantic import ValidationError

FOLDER = "codebook/"
Model = TypeVar("Model", bound=schema.Strict)
_LISTS: Mapping[str, type[schema.Examples]] = {
    "acts/": schema.Act,
    "operators/": schema.Operator,
    "modes.yml": schema.ModeRule,
    "contexts.yml": schema.ContextRule,
    "gate.yml": schema.GateRule,
    "light_verbs.yml": schema.LightVerbRule,
}
_WHOLES: Mapping[str, type[schema.Strict]] = {
    "composition.yml": schema.CompositionFile,
    "plover.yml": schema.PloverFile,
    "slots.yml": schema.SlotsFile,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One validated entry of a file.

    Attributes:
        name: Name of the file within the codebook ("acts/coerce.yml").
        file: Its path in messages ("codebook/acts/coerce.yml").
        node: The entry as it was read, for line numbers.
        model: The entry as it was validated.
    """

    name: str
    file: str
    node: Node
    model: schema.Strict

    @property
    def key(self) -> str:
        """Id within the file; empty for a file that is one entry."""
        return str(getattr(self.model, "id", ""))

    @property
    def id(self) -> str:
        """Full id ("acts/coerce.yml:tangkap")."""
        return f"{self.name}:{self.key}" if self.key else self.name

    def fault(self, message: str, *path: str | int) -> Fault:
        """Return a fault at a place within the entry."""
        line = self.node.find_line(path) if path else self.node.line
        return Fault(file=self.file, line=line, entry=self.key, message=message)


@dataclass(slots=True, kw_only=True)
class Sources:
    """All files of a codebook.

    Attributes:
        entries: Validated entries in the order of files and lines.
        tables: Further files as plain data, by name.
        faults: What is wrong in the files' form.
    """

    entries: list[Entry] = field(default_factory=list)
    tables: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def of(self, model: type[Model]) -> Iterator[tuple[Entry, Model]]:
        """Yield the entries of one kind with their models; acts include no operators."""
        for entry in self.entries:
            if type(entry.model) is model:
                yield entry, entry.model

    def rules(self) -> Iterator[tuple[Entry, schema.Act]]:
        """Yield acts and operators."""
        for entry in self.entries:
            if isinstance(entry.model, schema.Act):
                yield entry, entry.model

    def only(self, model: type[Model]) -> Model | None:
        """Return the one entry of a kind, None if its file is missing or wrong."""
        return next((found for _, found in self.of(model)), None)


def read_sources(files: Iterable[DataFile]) -> Sources:
    """Read and validate the files of a codebook.

    Args:
        files: YAML files of one codebook folder.

    Returns:
        Entries, tables and all faults of form.
    """
    sources = Sources()
    for path in files:
        _read_file(path, sources)
    for name, model in _WHOLES.items():
        if sources.only(model) is None and not any(f.file.endswith(name) for f in sources.faults):
            message = "the file is missing; codebook/README.md says what it holds"
            sources.faults.append(Fault(file=FOLDER + name, line=1, entry="", message=message))
    return sources


def codebook_name(path: DataFile) -> str:
    """Return the name of a file within the codebook.

    A file outside is an operator file if its folder is called so, else an act file.
    """
    name = relative_name(path)
    if name.startswith(FOLDER):
        return name.removeprefix(FOLDER)
    folder = "operators" if name.split("/")[-2:-1] == ["operators"] else "acts"
    return f"{folder}/{path.name}"


def _read_file(path: DataFile, sources: Sources) -> None:
    name, file = codebook_name(path), relative_name(path)
    try:
        node = read_yaml(path)
    except CodebookError as error:
        sources.faults.extend(error.faults)
        return
    list_model = next((m for key, m in _LISTS.items() if name.startswith(key)), None)
    if list_model is not None:
        _read_list(node, name, file, list_model, sources)
    elif name in _WHOLES:
        _add(node, name, file, _WHOLES[name], sources)
    else:
        model = _table_model(name)
        if model is None or _validate(node, file, model, sources) is not None:
            sources.tables[name] = node.plain()


def _read_list(
    node: Node, name: str, file: str, model: type[schema.Strict], sources: Sources
) -> None:
    if not isinstance(node.value, tuple):
        message = 'the file must be a list of entries that begin with "- id:"'
        sources.faults.append(Fault(file=file, line=node.line, entry="", message=message))
        return
    for item in node.value:
        _add(item, name, file, model, sources)


def _add(node: Node, name: str, file: str, model: type[schema.Strict], sources: Sources) -> None:
    found = _validate(node, file, model, sources)
    if found is not None:
        sources.entries.append(Entry(name=name, file=file, node=node, model=found))


def _validate(
    node: Node, file: str, model: type[schema.Strict], sources: Sources
) -> schema.Strict | None:
    """Return the model of a node; keep the faults if it does not have its form."""
    from pydantic import ValidationError

    plain = node.plain()
    try:
        return model.model_validate(plain)
    except ValidationError as error:
        entry = str(plain.get("id", "")) if isinstance(plain, dict) else ""
        sources.faults.extend(
            Fault(file=file, line=node.find_line(path), entry=entry, message=message)
            for path, message in _messages(error, model)
        )
    return None


def _messages(
    error: ValidationError, model: type[schema.Strict]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the place and the words for every fault that pydantic found."""
    for detail in error.errors(include_url=False):
        path = detail["loc"]
        where = ".".join(str(step) for step in path)
        if detail["type"] == "extra_forbidden":
            allowed = ", ".join(f.alias or key for key, f in model.model_fields.items())
            hint = f"; allowed: {allowed}" if len(path) == 1 else ""
            yield path, f'unknown key "{where}"{hint}'
        elif detail["type"] == "missing":
            yield path, f'missing key "{where}"'
        else:
            message = detail["msg"].removeprefix("Value error, ")
            shown = detail["input"] if isinstance(detail["input"], str | int) else ""
            yield path, f'"{where}": {message}{f": {shown!r}" if shown != "" else ""}'


def _table_model(name: str) -> type[schema.Strict] | None:
    """Return the model of a further file, if its owner gives one."""
    module = f"kawat.coding.schemas.{name.removesuffix('.yml')}"
    if find_spec("kawat.coding.schemas") is None or find_spec(module) is None:
        return None
    model: type[schema.Strict] = import_module(module).Table
    return model
