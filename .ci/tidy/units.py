"""What is linted: each C++ file of the tree, with the flags it is compiled with and the files of the tree it includes."""
import dataclasses
import fnmatch
import functools
import itertools
import json
import os
import re
import shlex

LINTED_FOLDERS = ("grader", "labs", "solutions")
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
COMPUTED_INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*[^<\"\s]", re.M)


class Mistake(Exception):
    """What the user has to put right before anything can be linted."""


@dataclasses.dataclass(frozen=True)
class Unit:
    file: str  # absolute
    flags: tuple  # without the compiler, the file, the output, precompiled headers and what changes the machine code alone
    configs: tuple  # the .clang-tidy files that apply, the nearest first


@functools.lru_cache(maxsize=None)
def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def sources(root):
    """Every C++ file below the linted folders, relative to the root. Build folders of labs hold none of the tree's."""
    found = []
    for top in LINTED_FOLDERS:
        for folder, folders, files in os.walk(os.path.join(root, top)):
            here = os.path.relpath(folder, root)
            if re.fullmatch(r"labs/[^/]+", here):
                folders[:] = [name for name in folders if not name.startswith("build")]
            found += [f"{here}/{name}" for name in files if name.endswith(".cpp")]
    return sorted(found)


def left_out(list_file):
    """The patterns of files that are not linted: lines of `PATTERN  # reason`."""
    patterns = []
    for number, line in enumerate(read(list_file).splitlines(), 1):
        pattern, _, reason = line.partition("#")
        if pattern.strip():
            if not reason.strip():
                raise Mistake(f"{list_file}:{number}: say why '{pattern.strip()}' is left out: PATTERN  # reason")
            patterns.append(pattern.strip())
    return patterns


def flags_of(entry):
    words = shlex.split(entry["command"]) if "command" in entry else list(entry["arguments"])
    # The compiler comes first, and a launcher before it.
    flags, rest = [], iter(itertools.dropwhile(lambda word: not word.startswith("-"), words))
    for word in rest:
        if word in ("-o", "-MF", "-MT", "-MQ"):
            next(rest)
        elif word in ("-include", "-include-pch"):
            value = next(rest)
            if "cmake_pch" not in value:
                flags += [word, value]
        elif word == "-Xclang":
            value = next(rest)
            if value not in ("-include-pch", "-include") and "cmake_pch" not in value:
                flags += [word, value]
        elif re.fullmatch(r"-g\d?|-O\w?|-fPIC|-fno-omit-frame-pointer|-fno-sanitize=all|-D.*_EXPORTS", word):
            continue
        elif not (word in ("-c", "-MD", "-MMD", "-Winvalid-pch", entry["file"])):
            flags.append(word)
    return tuple(flags)


def configs_of(file, root):
    folder, found = os.path.dirname(file), []
    while folder.startswith(root):
        config = os.path.join(folder, ".clang-tidy")
        if os.path.exists(config):
            found.append(config)
        folder = os.path.dirname(folder)
    return tuple(found)


def units(root, database, left_out_list):
    """One unit for each file to be linted. A file that no command compiles, and that is not left out, is a mistake."""
    patterns = left_out(left_out_list)
    files = sources(root)
    wanted = {os.path.join(root, file) for file in files if not any(fnmatch.fnmatch(file, p) for p in patterns)}
    flags = {}
    for entry in json.loads(read(database)):
        flags.setdefault(os.path.realpath(os.path.join(entry["directory"], entry["file"])), flags_of(entry))
    lacking = sorted(os.path.relpath(file, root) for file in wanted - set(flags))
    if lacking:
        raise Mistake("no compile command for:\n  " + "\n  ".join(lacking) +
                      f"\nName them in .ci/tidy/CMakeLists.txt, or say in {left_out_list} why they are not linted.")
    return [Unit(file, flags[file], configs_of(file, root)) for file in sorted(wanted)], len(files) - len(wanted)


class Includes:
    """Which files of the tree a file includes, directly or not. More than the preprocessor would: conditions are not
    looked at."""

    def __init__(self, root):
        self.root = root
        self.direct = {}

    def named_in(self, file):
        if file not in self.direct:
            text = read(file)
            if COMPUTED_INCLUDE.search(text):
                raise Mistake(f"{file}: an #include of a macro: what it includes is not known before it is compiled")
            self.direct[file] = INCLUDE.findall(text)
        return self.direct[file]

    def of(self, unit, flags=None):
        """Absolute paths, sorted, without the file itself; with other flags than the unit's own if some are given."""
        folders = search_folders(flags or unit.flags)
        found, open_files = set(), [unit.file]
        while open_files:
            file = open_files.pop()
            for kind, name in self.named_in(file):
                path = first_there(tuple(([os.path.dirname(file)] if kind == '"' else []) + folders), name)
                if path and path.startswith(self.root + "/") and path not in found:
                    found.add(path)
                    open_files.append(path)
        return sorted(found - {unit.file})


@functools.lru_cache(maxsize=None)
def first_there(folders, name):
    """The file that an #include finds; None if that is one of the compiler's own folders'."""
    for folder in folders:
        path = os.path.join(folder, name)
        if os.path.isfile(path):
            return os.path.realpath(path)
    return None


def search_folders(flags):
    folders, rest = [], iter(flags)
    for flag in rest:
        match = re.fullmatch(r"(-I|-iquote|-isystem)(.*)", flag)
        if match:
            folders.append(match.group(2) or next(rest))
    return folders
