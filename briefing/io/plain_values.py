"""Plain values: frozen dataclasses as JSON objects and back, checked field by field.

A field that has its default is not written, so that a note file stays small and readable; a field that is not
written has its default, so that a value that grows keeps reading what was written before it grew.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Plain = dict[str, Any]
T = TypeVar("T")
_Read = Callable[[Any], Any]
_ABSENT = object()


class Misshapen(Exception):
    """A value that does not have the shape it should have; its text says where and what."""


def to_plain(value: object, skip: tuple[str, ...] = ()) -> Plain:
    """A frozen dataclass as a JSON object, without the fields named in `skip`."""
    return _object_writer(_hashable(type(value)), skip)(value)


def from_plain(kind: type[T], plain: object, skip: tuple[str, ...] = (), **given: object) -> T:
    """A frozen dataclass from a JSON object and the values `given` for skipped fields; Misshapen says what is wrong."""
    return cast("T", _object_reader(_hashable(kind), skip)(plain, given))


def _hashable(kind: Any) -> Any:  # noqa: ANN401
    """The same class; the type checker takes the hash of a class for that of its instances."""
    return kind


@cache
def _object_writer(kind: Any, skip: tuple[str, ...]) -> Callable[[Any], Plain]:  # noqa: ANN401
    hints = get_type_hints(kind)
    parts = [(f.name, _default(f), _writer(hints[f.name])) for f in fields(kind) if f.init and f.name not in skip]

    def write(value: Any) -> Plain:  # noqa: ANN401  # any of the note's values
        plain = {}
        for name, default, write_field in parts:
            field = getattr(value, name)
            if field != default:
                plain[name] = field if write_field is None else write_field(field)
        return plain

    return write


def _writer(hint: Any) -> _Read | None:  # noqa: ANN401  # a type, or a union of types
    """How a field is written; None where it is plain already."""
    if get_origin(hint) is tuple:
        item = _writer(get_args(hint)[0])
        return list if item is None else lambda values: [item(value) for value in values]
    members = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    if not any(is_dataclass(member) for member in members):
        return None
    return lambda value: None if value is None else _object_writer(_hashable(type(value)), ())(value)


@cache
def _object_reader(kind: Any, skip: tuple[str, ...]) -> Callable[[Any, Plain], Any]:  # noqa: ANN401
    hints = get_type_hints(kind)
    parts = [
        (f.name, f.name in skip, _default(f), hints[f.name], _as_given if f.name in skip else _reader(hints[f.name]))
        for f in fields(kind)
        if f.init
    ]

    def read(plain: Any, given: Plain) -> Any:  # noqa: ANN401  # whatever a file holds
        if type(plain) is not dict:
            raise Misshapen(f"{kind.__name__} is no object")
        values = []
        for name, is_given, default, hint, read_field in parts:
            value = (given if is_given else plain).get(name, _ABSENT)
            if value is _ABSENT:
                if default is _ABSENT:
                    raise Misshapen(f"{kind.__name__}.{name} is missing")
                value = default
            elif type(value) is not hint:  # a plain value of the right kind is read already
                try:
                    value = read_field(value)
                except Misshapen as error:
                    raise Misshapen(f"{kind.__name__}.{name}: {error}") from None
            values.append(value)
        return kind(*values)

    return read


def _as_given(value: Any) -> Any:  # noqa: ANN401
    return value


def _reader(hint: Any) -> _Read:  # noqa: ANN401  # a type, or a union of types
    if get_origin(hint) is tuple:
        return _tuple_reader(_reader(get_args(hint)[0]))
    if get_origin(hint) in (Union, UnionType):
        return _union_reader(get_args(hint))
    if is_dataclass(hint):
        read = _object_reader(_hashable(hint), ())
        return lambda plain: read(plain, {})
    if issubclass(hint, StrEnum):
        return _enum_reader(hint)
    return _simple_reader(hint)


def _tuple_reader(read_item: _Read) -> _Read:
    def read(plain: Any) -> tuple[Any, ...]:  # noqa: ANN401
        if type(plain) is not list:
            raise Misshapen("not a list")
        return tuple([read_item(item) for item in plain])

    return read


def _union_reader(kinds: tuple[Any, ...]) -> _Read:
    """Values may be None, or the first kind whose required fields are all there."""
    can_be_none = NoneType in kinds
    objects = [(k, {f.name for f in fields(k) if _default(f) is _ABSENT}, _reader(k)) for k in kinds if is_dataclass(k)]
    others = [_reader(k) for k in kinds if k is not NoneType and not is_dataclass(k)]

    def read(plain: Any) -> Any:  # noqa: ANN401
        if plain is None and can_be_none:
            return None
        if type(plain) is dict:
            for _, required, read_object in objects:
                if required <= plain.keys():
                    return read_object(plain)
        if others:
            return others[0](plain)
        raise Misshapen("not of a known kind")

    return read


def _enum_reader(kind: type[StrEnum]) -> _Read:
    by_value = {str(member): member for member in kind}

    def read(plain: Any) -> StrEnum:  # noqa: ANN401
        member = by_value.get(plain) if type(plain) is str else None
        if member is None:
            raise Misshapen(f"not one of {', '.join(by_value)}")
        return member

    return read


def _simple_reader(kind: type[Any]) -> _Read:
    def read(plain: Any) -> Any:  # noqa: ANN401
        if type(plain) is not kind:
            raise Misshapen(f"not of the kind {kind.__name__}")
        return plain

    return read


def _default(field: Field[Any]) -> object:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else _ABSENT
