"""Reading rule files: the strict part of YAML.

Plain YAML turns ``010`` into 8, ``NO`` into false and ``2024-01-01`` into a date. Here only plain
whole numbers, ``true``, ``false`` and ``null`` are converted; all else stays text. Line numbers are
kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kawat.errors import CodebookError, Fault
from kawat.tables._characters import decode, spacing_fault
from kawat.tables._paths import DataFile, relative_name

if TYPE_CHECKING:
    import yaml

Scalar = str | int | bool | None
Plain = Scalar | list["Plain"] | dict[str, "Plain"]

_STRING, _INTEGER = "tag:yaml.org,2002:str", "tag:yaml.org,2002:int"
_CONSTANTS = {"true": True, "false": False, "null": None}
_CONSTANT = "!constant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One value of a rule file with its place.

    Attributes:
        value: Text, whole number, true, false or None; a tuple of nodes; or key → node.
        line: Line number, from 1. In a mapping: the line of the key.
    """

    value: Scalar | tuple[Node, ...] | Mapping[str, Node]
    line: int

    def plain(self) -> Plain:
        """Return the value without line numbers, as lists and dicts."""
        if isinstance(self.value, tuple):
            return [node.plain() for node in self.value]
        if isinstance(self.value, Mapping):
            return {key: node.plain() for key, node in self.value.items()}
        return self.value

    def find_line(self, path: tuple[str | int, ...]) -> int:
        """Return the line of the value at a path of keys and positions, as deep as it goes.

        Args:
            path: Keys and positions, as pydantic gives them in ``loc``.
        """
        node = self
        for step in path:
            value = node.value
            if isinstance(value, Mapping) and step in value:
                node = value[str(step)]
            elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
                node = value[step]
            # Other steps name a branch of the schema, not a place in the file.
        return node.line


def read_yaml(path: DataFile) -> Node:
    """Read a rule file.

    Args:
        path: The file, in UTF-8.

    Returns:
        Its tree of values, each with its line.

    Raises:
        CodebookError: With every fault found: wrong syntax, a key that stands twice, an empty
            value, stray white space, odd characters, an anchor, alias or tag.
    """
    import yaml

    file = relative_name(path)
    text, found = decode(path.read_bytes())
    if found:
        raise CodebookError(
            tuple(Fault(file=file, line=line, entry="", message=what) for line, what in found)
        )
    try:
        root = yaml.compose(text, Loader=_loader())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        message = f"not YAML: {error.problem or error.context}"
        fault = Fault(file=file, line=line, entry="", message=message)
        raise CodebookError((fault,)) from error
    if root is None:
        raise CodebookError((Fault(file=file, line=1, entry="", message="empty file"),))
    converter = _Converter(file)
    node = converter.convert(root)
    if converter.faults:
        raise CodebookError(tuple(converter.faults))
    return node


def _loader() -> type[yaml.SafeLoader]:
    """Return a loader that converts nothing by itself but whole numbers, true, false, null."""
    import yaml

    base: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loader: type[yaml.SafeLoader] = type("Strict", (base,), {"yaml_implicit_resolvers": {}})
    integer, constant = re.compile(r"-?(0|[1-9][0-9]*)\Z"), re.compile(r"(true|false|null)\Z")
    loader.add_implicit_resolver(_INTEGER, integer, list("-0123456789"))
    loader.add_implicit_resolver(_CONSTANT, constant, list("tfn"))
    return loader


class _Converter:
    """Turns composed YAML nodes into ours; collects what is wrong."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.seen: set[int] = set()

    def fault(self, line: int, message: str) -> None:
        """Keep a fault."""
        self.faults.append(Fault(file=self.file, line=line, entry="", message=message))

    def convert(self, node: yaml.Node, line: int | None = None) -> Node:
        """Return a node of ours for a composed one."""
        import yaml

        line = line or node.start_mark.line + 1
        if id(node) in self.seen:
            self.fault(line, "anchors and aliases (&, *) are not used here; write the value out")
            return Node(value=None, line=line)
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return Node(value=self.mapping(node), line=line)
        if isinstance(node, yaml.SequenceNode):
            return Node(value=tuple(self.convert(item) for item in node.value), line=line)
        if isinstance(node, yaml.ScalarNode):
            return Node(value=self.scalar(node, line), line=line)
        raise TypeError(f"unknown YAML node {node!r}")

    def mapping(self, node: yaml.MappingNode) -> dict[str, Node]:
        """Return key → value; keys are text and stand once."""
        result: dict[str, Node] = {}
        for key_node, value_node in node.value:
            key, line = key_node.value, key_node.start_mark.line + 1
            if key_node.tag != _STRING or not isinstance(key, str):
                self.fault(line, f"the key {key!r} must be text; put it in quotation marks")
                continue
            if key in result:
                first = result[key].line
                self.fault(line, f'the key "{key}" stands twice; first in line {first}')
                continue
            result[key] = self.convert(value_node, line)
        return result

    def scalar(self, node: yaml.ScalarNode, line: int) -> Scalar:
        """Return the value of a scalar."""
        text: str = node.value
        if node.tag == _INTEGER:
            return int(text)
        if node.tag == _CONSTANT:
            return _CONSTANTS[text]
        if node.tag != _STRING:
            self.fault(line, f"tags ({node.tag}) are not used here")
        elif text == "" and not node.style:
            self.fault(line, 'empty value; write a value, null or ""')
        elif message := spacing_fault(text):
            self.fault(line, f"{message}: {text!r}")
        return text
