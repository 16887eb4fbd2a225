"""Files that can be linted as one text. A compiler reads, and clang-tidy searches, the standard library's headers once
for all of them: those are most of the cost of a file."""
import functools
import os
import re

from units import INCLUDE, read

MAIN = re.compile(r"^int main\(", re.M)
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)
DECLARED = [
    re.compile(r"#\s*define\s+(\w+)"),
    re.compile(r"using\s+(\w+)\s*="),
    re.compile(r"using\s+(?!namespace)[\w:<>, ]*::(\w+);"),
    re.compile(r"TEST(?:_F|_P)?\((\w+, *\w+)"),
    re.compile(r"(?:struct|class|union|enum(?:\s+class)?)\s+(\w+)"),
    re.compile(r"[^(={;]*?(?<![\w:~])([\w:~]+\s*\([^)]*)"),  # with its parameters: functions may be overloaded
    re.compile(r"[^(={;]*?(?<!:)\b(\w+)\s*(?:\[[^\]]*\]\s*)?[={;]"),
]


@functools.lru_cache(maxsize=None)
def names_in(text):
    """The names that lines without indentation declare. Some more cost only speed, and so do some that are missed:
    files that do not compile together are linted one by one."""
    names = set()
    for line in COMMENT.sub("", text).splitlines():
        if line[:1].isspace() or re.match(r"(extern|using namespace|template|namespace\b)", line):
            continue
        for pattern in DECLARED:
            match = pattern.match(line)
            if match:
                names.add(match.group(1))
                break
    return {name for name in names if not re.match(r"main\b|static_assert|INSTANTIATE_TEST", name)}


SEARCHED = re.compile(r"(-I|-iquote|-isystem)(.*)")
DEFINED = re.compile(r"-D(\w+)(.*)")


def split(flags):
    """(flags that must be equal for files to be joined, those that can be put together)."""
    fixed, open_flags, rest = [], [], iter(flags)
    for flag in rest:
        match = SEARCHED.fullmatch(flag)
        if match:
            open_flags.append(match.group(1) + (match.group(2) or next(rest)))
        else:
            (open_flags if DEFINED.match(flag) else fixed).append(flag)
    return tuple(fixed), tuple(open_flags)


class Batch:
    """Units that are linted together, with the flags for all of them."""

    def __init__(self, unit, includes):
        self.units, self.names = [unit], names_in(read(unit.file))
        self.header_names = set().union(*(names_in(read(header)) for header in includes.of(unit)))
        self.own_names = self.names - self.header_names
        self.fixed, self.open = split(unit.flags)
        self.configs = unit.configs

    @property
    def flags(self):
        return self.fixed + self.open

    def take(self, other, size, includes):
        """Takes the units of the other batch in, if each still includes the very files that it includes alone, and names
        no macro that it would not have alone."""
        if (len(self.units) + len(other.units) > size or (self.fixed, self.configs) != (other.fixed, other.configs) or
                self.names & other.names or self.own_names & other.header_names or
                self.header_names & other.own_names):
            return False
        flags = tuple(dict.fromkeys(self.open + other.open))
        macros = [match.group(1) for match in map(DEFINED.match, flags) if match]
        if len(set(macros)) < len(macros):
            return False
        for batch in (self, other):
            added = [match.group(1) for match in map(DEFINED.match, set(flags) - set(batch.open)) if match]
            for unit in batch.units if batch.open != flags else []:
                alone = includes.of(unit)
                if includes.of(unit, flags) != alone or any(names_any(file, added) for file in (unit.file, *alone)):
                    return False
        self.units, self.open = self.units + other.units, flags
        self.names = self.names | other.names
        self.header_names = self.header_names | other.header_names
        self.own_names = self.own_names | other.own_names
        return True


def names_any(file, macros):
    return any(macro in read(file) for macro in macros)


def batches(units, size, includes):
    """Few batches that hold all units, none with more than `size`, nor with one name declared by two units. First files
    with the same flags are joined, then what came of that."""
    single = [Batch(unit, includes) for unit in units]
    by_flags = {}
    for batch in single:
        by_flags.setdefault((batch.flags, batch.configs), []).append(batch)
    made = [batch for alike in by_flags.values() for batch in joined(alike, size, includes)]
    return joined(sorted(made, key=lambda batch: -len(batch.units)), size, includes)


def joined(some, size, includes):
    made = []
    for batch in some:
        if not any(into.take(batch, size, includes) for into in made):
            made.append(batch)
    return made


class Joined:
    """The text of several files after one another. All of it is the main file, so no check overlooks what it would
    overlook in a header."""

    def __init__(self, batch):
        lines, self.starts = [], []
        for number, unit in enumerate(batch.units):
            self.starts.append((len(lines) + 1, unit))
            lines += self.adapted(unit.file, number).split("\n")
        self.text = "\n".join(lines)

    @staticmethod
    def adapted(file, number):
        def absolute(match):
            path = os.path.join(os.path.dirname(file), match.group(2))
            found = match.group(1) == '"' and os.path.isfile(path)
            return f'#include "{path}"' if found else match.group(0)

        text = INCLUDE.sub(absolute, read(file))
        if MAIN.search(text):
            # Only `main` may end without a `return`.
            text = (f'#pragma clang diagnostic push\n#pragma clang diagnostic ignored "-Wreturn-type"\n'
                    f"{MAIN.sub(f'int main_{number}(', text)}\n#pragma clang diagnostic pop\n")
        return text

    def unit_at(self, line):
        return [unit for start, unit in self.starts if start <= line][-1]
