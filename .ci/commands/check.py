#!/usr/bin/env python3
"""Checks each command in the documentation without running it.

    check.py BUILD [ROOT]

BUILD is a build folder of the preset `test`. Subcommands, options and values must be accepted by the real command line,
presets, targets, tests and labels must exist, and so must the variables of the environment that a command sets. What is
not built in BUILD is not asked for its tests. Prints PAGE:LINE: what is wrong. Exit status: 0 nothing is, 1 something is.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

sys.dont_write_bytecode = True
import pages
import table

VARIABLE = re.compile(r"LOCKSTEP_\w+")
READERS = ["lab", "CMakeLists.txt", ".ci/**/*", "grader/**/*.cpp", "grader/**/*.h", "grader/**/*.sh", "grader/**/*.py",
           "grader/**/CMakeLists.txt", "grader/**/*.cmake", "grader/export/platforms/**/*"]


class Checker:
    def __init__(self, root, build):
        self.root, self.build = root.resolve(), build.resolve()
        self.known = table.read(root / ".ci/commands/known.toml")
        self.asked = []  # (command, kind, words) that the grader is asked about, all at once
        self.wrong = []  # (place, what)

    def check(self):
        for path in pages.pages(self.root, pages.CHECKED):
            for each in pages.commands_of(self.root, path):
                if isinstance(each, pages.Mistake):
                    self.wrong.append((f"{each.page}:{each.line}", each.says))
                else:
                    self.check_command(each)
        self.ask_grader()
        for text in self.known.idle_rows():
            self.wrong.append((".ci/commands/known.toml", f"no page has a command that fits '{text}': remove the row"))
        return self.wrong

    def check_command(self, command):
        try:
            text = self.known.filled(command)
        except KeyError as lacking:
            self.wrong.append((command.place, f"'{command.text}': nothing is known to stand for {lacking}: name it under "
                               "`places` in .ci/commands/known.toml"))
            return
        for assignments, words in pages.simple_commands(text):
            for says in self.wrong_with(command, assignments, words):
                self.wrong.append((command.place, f"'{command.text}': {says}"))

    def wrong_with(self, command, assignments, words):
        for variable in VARIABLE.findall(" ".join(assignments + words)):
            if variable not in self.variables():
                yield f"nothing reads the variable {variable}"
        if not words:
            return
        program, rest = words[0], words[1:]
        if program == "./lab":
            if rest[:1] == ["--yes"]:  # the launcher's
                rest = rest[1:]
            if rest != ["--install"]:  # likewise
                self.asked.append((command, "whole" if command.in_block else "mention", rest))
        elif program in ("cmake", "ctest"):
            yield from self.wrong_with_cmake(command, program, rest)
        elif program == "ninja":
            yield from self.wrong_targets(rest[2:] if rest[:2] == ["-C", "build/test"] else [])
        elif program.startswith("build/test/"):
            yield from self.wrong_with_program(program, rest)
        elif "/" in program and not program.startswith("build/") and not os.access(self.root / program, os.X_OK):
            yield f"there is no program {program}"

    def folder_of_presets(self, command):
        """A handout's commands are for the lab's own folder, those of other pages for the kit's."""
        page = self.root / command.page
        return page.parent if page.is_relative_to(self.root / "labs") else self.root

    def wrong_with_cmake(self, command, program, words):
        folder = self.folder_of_presets(command)
        kind = "test" if program == "ctest" else "build" if "--build" in words else "workflow" if "--workflow" in words else "configure"
        for option, value in zip(words, words[1:]):
            if option == "--preset" and value not in presets(folder)[kind]:
                yield f"{folder.name}/CMakePresets.json has no {kind} preset {value}; it has {', '.join(presets(folder)[kind])}"
            if option == "-L" and value not in labels(self.root):
                yield f"no test has the label {value}; labels: {', '.join(sorted(labels(self.root)))}"
            if option == "-S" and not value.startswith("-") and not (self.root / value).is_dir() and value not in self.known.folders:
                yield f"there is no folder {value}"
            if option == "--target" and folder == self.root and not {"--preset", "build/test"}.isdisjoint(words):
                yield from self.wrong_targets([value])
            if option == "--target" and folder != self.root and f"lockstep_program({value} " not in (folder / "CMakeLists.txt").read_text():
                yield f"{folder.name}/CMakeLists.txt makes no program {value}"

    def wrong_targets(self, names):
        for name in names:
            if not name.startswith("-") and name not in targets(self.build):
                yield f"there is no target {name}"

    def wrong_with_program(self, program, words):
        name = program.removeprefix("build/test/")
        if name not in targets(self.build):
            yield f"the build makes no program {program}"
        for word in words:
            pattern = word.partition("--gtest_filter=")[2]
            if pattern and (self.build / name).exists() and not tests_of(self.build / name, pattern):
                yield f"{program} has no test that fits {pattern}"

    @cache
    def variables(self):
        found = set()
        for pattern in READERS:
            for path in self.root.glob(pattern):
                if path.is_file() and path.name != "known.toml" and ".ci/commands" not in str(path):
                    found.update(VARIABLE.findall(path.read_text(errors="ignore")))
        return found

    def ask_grader(self):
        lines = "".join("\t".join([kind, *words]) + "\n" for _, kind, words in self.asked)
        with tempfile.TemporaryDirectory() as there:
            self.make_what_commands_name(Path(there))
            run = subprocess.run([self.build / "grader/cli/accepted_commands"], input=lines, text=True, cwd=there,
                                 stdout=subprocess.PIPE, check=True)
        answers = [line[2:] for line in run.stdout.splitlines() if line.startswith("@ ")]
        assert len(answers) == len(self.asked), run.stdout
        for (command, _, _), answer in zip(self.asked, answers):
            if answer:
                self.wrong.append((command.place, f"'{command.text}': {answer}"))

    def make_what_commands_name(self, there):
        for folder in ("labs", "solutions", "docs"):
            (there / folder).mkdir()
            for entry in (self.root / folder).glob("*"):
                (there / folder / entry.name).symlink_to(entry)
        for name in self.known.folders:
            (there / name).mkdir(parents=True, exist_ok=True)
        for name in self.known.files:
            (there / name).touch()


@cache
def presets(folder):
    file = json.loads((folder / "CMakePresets.json").read_text())
    return {kind: [preset["name"] for preset in file.get(kind + "Presets", []) if not preset.get("hidden")]
            for kind in ("configure", "build", "test", "workflow")}


@cache
def labels(root):
    files = [root / "CMakeLists.txt", *root.glob("grader/**/CMakeLists.txt"), root / "grader/part.cmake"]
    return {label for file in files for label in re.findall(r"LABELS (\w+)", file.read_text())}


@cache
def targets(build):
    listed = subprocess.run(["ninja", "-C", build, "-t", "targets", "all"], stdout=subprocess.PIPE, text=True, check=True)
    return {line.partition(":")[0] for line in listed.stdout.splitlines()}


def tests_of(program, pattern):
    listed = subprocess.run([program, "--gtest_list_tests", f"--gtest_filter={pattern}"], stdout=subprocess.PIPE, text=True)
    return [line for line in listed.stdout.splitlines() if line.startswith("  ")]


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    root = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).resolve().parents[2]
    wrong = Checker(root, Path(sys.argv[1])).check()
    for place, says in sorted(wrong):
        print(f"{place}: {says}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
