#!/usr/bin/env python3
"""Checks the text that learners and instructors read: every local link, and every `read` of a lab.toml, resolves, and no
word of WORDS occurs.

    text.py [ROOT]

Prints FILE:LINE: what is wrong, and what to write. Exit status: 0 nothing is wrong, 1 something is.
"""

import re
import sys
from pathlib import Path

# What not to write, as a regular expression, and what to write. A phrase is also found across the end of a line.
WORDS = {
    r"(?i)\bwhoever\b": "'a thread that …', 'if you …'",
    r"\bk?[dD]ear(er|est)?(?![a-z])": "'expensive'",
    r"(?i)\bmend(s|ed|ing)?\b": "'fix'",
    r"(?i)\bto be had\b": "'available'",
    r"(?i)\bstands? behind\b": "'follows', 'comes after'",
    r"(?i)\bat its end\b": "'has ended', 'at the end of …'",
    r"(?i)\bis over\b": "'ends', 'has ended'",
    r"(?i)\btold\b": "'notified', 'asked'",
    r"(?i)\bpatience\b": "'timeout'",
    r"[.;:,(|] who\b": "'a consumer that …', 'the thread that …'",
    r"\bWho\b(?![^.]*\?)": "'a consumer that …', 'the thread that …'",
}

LINKED = ["README.md", "docs/**/*.md", "labs/**/*.md", "labs/*/lab.toml", "grader/**/README.md"]
READ = LINKED + [
    "labs/**/*.toml", "labs/**/*.h", "labs/**/*.cpp", "labs/**/*.svg",
    "solutions/**/*.toml", "solutions/**/*.h", "solutions/**/*.cpp", "grader/cli/lab_template/**/*.*",
]
TEMPLATES = "grader/export/platforms"  # whose links are of the export: cli/export_test.cpp looks at them
SKIPPED = ["testdata", "build"]  # folders whose files show what tools write, or are made by them

LINK = re.compile(r"\]\(([^)\s]+)\)")
READ_KEY = re.compile(r'^read = "([^"]+)"')  # what a lab's check sends its learner to
COMMENT = re.compile(r"^\s*(//[/!]?<?|#+|>|[-*])?\s*")


def is_template(root, path):
    return path.relative_to(root).is_relative_to(TEMPLATES)


def files(root, patterns):
    found = {path for pattern in patterns for path in root.glob(pattern) if path.is_file()}
    return sorted(path for path in found if not set(SKIPPED) & set(path.relative_to(root).parts))


def anchors(path):
    """The anchors of a page's headings, as GitHub makes them."""
    text = re.sub(r"^```.*?^```", "", path.read_text(), flags=re.M | re.S)
    headings = re.findall(r"^#{1,6}\s+(.*?)\s*$", text, flags=re.M)
    return {re.sub(r"[^\w\- ]", "", LINK.sub("]", heading).lower()).replace(" ", "-") for heading in headings}


def broken_links(path):
    for number, line in enumerate(path.read_text().splitlines(), 1):
        for target in (LINK if path.suffix == ".md" else READ_KEY).findall(line):
            if re.match(r"[a-z]+:", target):
                continue  # a web page: not looked at, as tests use no network
            name, _, anchor = target.partition("#")
            page = path.parent / name if name else path
            if not page.exists():
                yield number, f"the link {target} leads to no file"
            elif anchor and anchor not in anchors(page):
                yield number, f"{page.name} has no heading for the link {target}"


def paragraphs(text):
    """Each paragraph as one line, without marks of comments, and the number of its first line."""
    joined, first = [], 1
    for number, line in enumerate(text.splitlines() + [""], 1):
        words = COMMENT.sub("", line)
        if words.strip():
            if not joined:
                first = number
            joined.append(words)
        elif joined:
            yield first, joined
            joined = []


def wrong_words(path):
    for first, lines in paragraphs(path.read_text()):
        text = " ".join(lines)
        for pattern, instead in WORDS.items():
            for match in re.finditer(pattern, text):
                start = match.start()
                line = first
                for words in lines:
                    if start <= len(words):
                        break
                    start -= len(words) + 1
                    line += 1
                yield line, f"'{match[0].strip()}': write {instead}"


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    wrong = 0
    for paths, check in ((files(root, LINKED), broken_links), (files(root, READ), wrong_words)):
        for path in paths:
            if check is broken_links and is_template(root, path):
                continue
            for line, message in check(path):
                print(f"{path.relative_to(root)}:{line}: {message}")
                wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
