"""The way to every value inside plain data, and the same data with one of them changed."""

from functools import reduce
from operator import getitem
from typing import Any

Path = tuple[Any, ...]


def paths(data: Any) -> list[Path]:
    """The way to every value inside plain data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [(), *((key, *rest) for key, value in inner for rest in paths(value))]


def at(data: Any, path: Path) -> Any:
    """What stands at a path."""
    return reduce(getitem, path, data)


def field_of(path: Path) -> str:
    """The name of the field that a path leads to, "" without one; a text's languages bear their own names."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def replaced(data: Any, path: Path, value: Any) -> Any:
    """Plain data with the value at a path replaced, or put there."""
    if not path:
        return value
    copy = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = replaced(data[path[0]], path[1:], value) if path[1:] else value
    return copy
