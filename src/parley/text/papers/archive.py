"""An office document is a zip of XML: opened within limits, resolving nothing, writing nothing."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import Counter
from typing import Any, cast

from lxml import etree

from parley.model import NotYetHandled, UnusableInput

from .limits import MAX_MEMBERS, MAX_PART, MAX_RATIO, MAX_UNPACKED
from .page import AS_TEXT

_SMALL = 1_000_000
_DAMAGED = "save it anew in the program that made it, or " + AS_TEXT
_LOCKED = "save a copy without a password and open that"


class Archive:
    """The parts of an office document by name. Raises :class:`UnusableInput` for what no such document needs."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise UnusableInput(path, "it is damaged: its directory of parts can't be read", _DAMAGED) from error
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > MAX_MEMBERS:
            raise NotYetHandled(path, f"it has {len(members):,} parts, and the most is {MAX_MEMBERS:,}", AS_TEXT)
        if unpacked > MAX_UNPACKED:
            problem = f"unpacked it would have {unpacked:,} bytes, and the most is {MAX_UNPACKED:,}"
            raise NotYetHandled(path, problem, AS_TEXT)
        doubled = [name for name, times in Counter(member.filename for member in members).items() if times > 1]
        if doubled:  # which of the two a reader shows, nobody can tell
            raise UnusableInput(path, f"it holds two parts of one name ({doubled[0][:60]!r})", _DAMAGED)
        self._members = {member.filename: member for member in members}

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._members)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; ``None`` if it isn't there. Its size is asked first and counted
        again while unpacking."""
        member = self._members.get(name)
        if member is None:
            return None
        if member.flag_bits & 1:
            raise UnusableInput(self.path, "it is locked with a password", _LOCKED)
        size = member.file_size
        if size > MAX_PART:
            problem = f"its part {name!r} would have {size:,} bytes unpacked, and the most is {MAX_PART:,}"
            raise NotYetHandled(self.path, problem, AS_TEXT)
        if size > max(_SMALL, MAX_RATIO * member.compress_size):
            problem = f"its part {name!r} grows more than {MAX_RATIO} times by unpacking, as no document does"
            raise UnusableInput(self.path, problem, AS_TEXT)
        try:
            with self._zip.open(member) as packed:
                data = packed.read(size + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError) as error:
            raise UnusableInput(self.path, f"it is damaged: its part {name!r} can't be unpacked", _DAMAGED) from error
        if len(data) > size:
            raise UnusableInput(self.path, f"its part {name!r} is larger than its directory says", AS_TEXT)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part that is XML; ``None`` if the part isn't there."""
        data = self.part(name)
        return None if data is None else parse_xml(data, self.path, name)


def parse_xml(data: bytes, path: str, name: str) -> etree._Element:
    """Parse XML without entities, document types, network or more than 256 levels."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message for entry in parser.error_log):
            problem = f"its part {name!r} is nested deeper, or has longer words, than any document needs"
            raise UnusableInput(path, problem, AS_TEXT) from error
        line = error.lineno or 0
        raise UnusableInput(
            path, f"it is damaged: its part {name!r} is no XML", _DAMAGED, f"line {line}" if line else ""
        ) from error
    except ValueError as error:
        raise UnusableInput(path, f"it is damaged: its part {name!r} is no XML", _DAMAGED) from error
    if cast("str", cast("Any", root.getroottree().docinfo).doctype):
        raise UnusableInput(path, f"its part {name!r} declares a document type, as no office program does", AS_TEXT)
    return root


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its name without namespace, for the same word stands in several editions of a format."""
    if (plain := element.get(name)) is not None:
        return plain
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element, *names: str) -> etree._Element | None:
    """The first child called ``names[0]``, of that the first called ``names[1]``, and so on."""
    found: etree._Element | None = element
    for name in names:
        found = next((each for each in cast("etree._Element", found) if local(each) == name), None)
        if found is None:
            return None
    return found
