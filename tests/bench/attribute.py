"""Where a WebAssembly module's code comes from: bytes by crate and module, and the largest functions.

Takes a module that still has its names: `modules/*-named.wasm` of a run here, or cargo's own
module of the page in `target/page`. A generic function counts for the crate that first names it.
Bytes are before wasm-opt, which takes a tenth off everywhere.
"""

import collections
import re
import sys


class Reader:
    """Bytes of a module (WebAssembly 1.0, chapter 5) with a place in them."""

    def __init__(self, data: bytes, at: int = 0):
        self.data, self.at = data, at

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def number(self) -> int:
        result = shift = 0
        while True:
            byte = self.byte()
            result |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return result

    def text(self) -> str:
        length = self.number()
        self.at += length
        return self.data[self.at - length : self.at].decode("utf-8", "replace")

    def limits(self):
        if self.number() & 1:
            self.number()
        self.number()


def imported(section: Reader) -> int:
    """How many functions the import section names."""
    functions = 0
    for _ in range(section.number()):
        section.text(), section.text()
        kind = section.byte()
        functions += kind == 0
        if kind == 0:
            section.number()
        elif kind == 1:
            section.byte(), section.limits()
        elif kind == 2:
            section.limits()
        else:
            section.at += 2
    return functions


def names(section: Reader, end: int) -> dict[int, str]:
    """Function names by index, of the custom section `name`."""
    while section.at < end:
        kind, length = section.byte(), section.number()
        if kind == 1:
            return {section.number(): section.text() for _ in range(section.number())}
        section.at += length
    return {}


def functions(data: bytes):
    """(name, bytes) of every function, and the bytes of all data."""
    reader, sizes, first, named, constants = Reader(data, 8), [], 0, {}, 0
    while reader.at < len(data):
        kind, length = reader.byte(), reader.number()
        end = reader.at + length
        section = Reader(data, reader.at)
        if kind == 2:
            first = imported(section)
        elif kind == 10:
            for _ in range(section.number()):
                sizes.append(section.number())
                section.at += sizes[-1]
        elif kind == 11:
            constants = length
        elif kind == 0 and section.text() == "name":
            named = names(section, end)
        reader.at = end
    return [(named.get(first + at, "?"), size) for at, size in enumerate(sizes)], constants


def path(name: str) -> list[str]:
    """The parts of a mangled Rust name (legacy, or v0 as std has it), without hashes."""
    rest = re.sub(r"Cs[0-9A-Za-z]+_", "C", name.removeprefix("_ZN"))
    parts = []
    while match := re.search(r"\d+" if name.startswith("_R") else r"^\d+", rest):
        start = match.end() + rest.startswith("_", match.end())
        end = start + int(match.group())
        parts += [rest[start:end]] * (start < end)
        rest = rest[end:]
    return parts[:-1] if parts and re.fullmatch(r"h[0-9a-f]{16}", parts[-1]) else parts or [name]


def owner(parts: list[str]) -> str:
    """Crate and module; of `<feel::value::Value as Clone>` it is the type's."""
    inside = re.findall(r"(?<![\w.])([a-z_][a-z0-9_]*)\.\.(\w+)", parts[0])
    if inside:
        ours = [pair for pair in inside if pair[0] in ("feel", "assessor", "web")]
        return "::".join((ours or inside)[0])
    return "::".join(parts[:2]) if parts[0] in ("feel", "assessor", "web") else parts[0]


def main():
    found, constants = functions(open(sys.argv[1], "rb").read())
    by_owner = collections.Counter()
    for name, size in found:
        by_owner[owner(path(name))] += size
    print(f"{sum(size for _, size in found)} bytes of code in {len(found)} functions, {constants} of data\n")
    for name, size in by_owner.most_common(40):
        print(f"{size:8} {name}")
    print()
    for name, size in sorted(found, key=lambda it: -it[1])[:60]:
        print(f"{size:8} {'::'.join(path(name))[:120]}")


main()
