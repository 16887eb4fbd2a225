"""The commands that the documentation gives: in blocks (indented or fenced) and between backticks."""

import os
import re
import shlex
from dataclasses import dataclass

RUN = ["README.md", "docs/**/*.md", "labs/*/README.md"]
CHECKED = RUN + ["labs/*/hints/*.md", "grader/**/README.md"]
SKIPPED = {"testdata", "build"}  # what tools write, or make

# What a command begins with, besides the programs of this tree and those that it builds.
PROGRAMS = {
    "./lab", "cmake", "ctest", "ninja", "git", "gh", "docker", "cp", "cd", "echo", "diff", "script", "zip",
    "mkdir", "rm", "sudo", "apt-get", "pip", "mkdocs", "python3", "g++", "clang++", "code", "source", "su",
}
SHELLS = {"", "sh", "bash", "console", "shell"}  # languages of a fenced block with commands

ASSIGNMENT = re.compile(r"[A-Z][A-Z0-9_]*=\S*$")
COMMENT = re.compile(r"\s+#\s.*$")
FENCE = re.compile(r"^(\s*)(```+|~~~+)\s*([\w-]*).*$")
INLINE = re.compile(r"(?<!`)`([^`]+)`(?!`)")


@dataclass(frozen=True)
class Command:
    page: str
    line: int
    text: str  # in one line, without a comment
    in_block: bool  # to be typed as it stands; between backticks it may be a mention: `./lab export`

    @property
    def place(self):
        return f"{self.page}:{self.line}"


@dataclass(frozen=True)
class Mistake:
    page: str
    line: int
    says: str


def pages(root, patterns):
    found = {path for pattern in patterns for path in root.glob(pattern) if path.is_file()}
    read = [path for path in found if not SKIPPED & set(path.relative_to(root).parts)]
    return sorted(read, key=lambda path: (path != root / "README.md", path))


def words_of(text):
    """The words of a command line, with operators of the shell as words of their own; None where it is no such line."""
    try:
        lexer = shlex.shlex(text, posix=True, punctuation_chars=True)
        lexer.whitespace_split = True
        lexer.commenters = ""
        return list(lexer)
    except ValueError:
        return None


def simple_commands(text):
    """The simple commands of a line, each as its assignments and its words; redirections are left out."""
    parts, words = [], iter(words_of(text) or [])
    current = []
    for word in words:
        if word and set(word) <= set("&|;"):
            parts.append(current)
            current = []
        elif word and set(word) <= set("<>"):
            next(words, None)
        else:
            current.append(word)
    parts.append(current)
    for part in parts:
        count = next((i for i, word in enumerate(part) if not ASSIGNMENT.match(word)), len(part))
        if part:
            yield part[:count], part[count:]


def is_program(root, word):
    if word in PROGRAMS or word.startswith(("build/", "./")):
        return True
    path = root / word
    return "/" in word and path.is_file() and os.access(path, os.X_OK)


def is_command(root, text):
    commands = list(simple_commands(text))
    return bool(commands) and bool(commands[0][1]) and is_program(root, commands[0][1][0])


def blocks(lines):
    """Each block of code as (language, [(line number, text)]), and the lines that are in none."""
    found, prose = [], list(lines)
    number, indented, after_blank = 0, [], True
    while number < len(lines):
        line = lines[number]
        fence = FENCE.match(line)
        if fence:
            block = []
            prose[number] = ""
            number += 1
            while number < len(lines) and not lines[number].strip().startswith(fence[2]):
                block.append((number + 1, lines[number].strip()))
                prose[number] = ""
                number += 1
            if number < len(lines):
                prose[number] = ""
            found.append((fence[3], block))
            after_blank = True
        elif line.startswith("    ") and line.strip() and (after_blank or indented):
            indented.append((number + 1, line.strip()))
            prose[number] = ""
        else:
            if indented and line.strip():
                found.append(("", indented))
                indented = []
            after_blank = not line.strip()
        number += 1
    if indented:
        found.append(("", indented))
    return found, prose


def commands_of_block(root, page, language, block):
    if language not in SHELLS:
        return
    joined = []
    for number, line in block:
        if joined and joined[-1][1].endswith("\\"):
            joined[-1] = (joined[-1][0], joined[-1][1][:-1].rstrip() + " " + line)
        else:
            joined.append((number, line))
    texts = [(number, COMMENT.sub("", line.removeprefix("$ "))) for number, line in joined if not line.startswith("# ")]
    if not any(is_command(root, text) for _, text in texts):
        return  # code, data or a program's output
    for number, text in texts:
        if is_command(root, text):
            yield Command(page, number, text, in_block=True)
        else:
            yield Mistake(page, number, f"'{text}' begins with no program that is known: its file does not exist, or PROGRAMS "
                          "in .ci/commands/pages.py lacks it")


def commands_of(root, path):
    """The commands of a page in its order, and Mistakes: lines among commands that are none."""
    page = str(path.relative_to(root))
    text = path.read_text()
    found, prose = blocks(text.splitlines())
    all_of_page = [each for language, block in found for each in commands_of_block(root, page, language, block)]
    joined = "\n".join(prose)
    for match in INLINE.finditer(joined):
        span = re.sub(r"\s*\n\s*", " ", match[1]).replace(r"\|", "|")
        if "\n\n" not in match[1] and is_command(root, span) and (" " in span or span == "./lab"):
            all_of_page.append(Command(page, joined.count("\n", 0, match.start()) + 1, span, in_block=False))
    return sorted(all_of_page, key=lambda each: each.line)
