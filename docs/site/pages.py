"""The pages of the site, made of the checkout's Markdown: at the same paths, so that links between them stay as they are.

What a page links to comes along: other pages and pictures as they are, a source file as a page that shows it, a folder as a page
that lists it. Links to solutions become plain words.
"""

import itertools
import os
import re
from pathlib import Path

LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
ITEM = re.compile(r"( {0,3})([-*+]|\d+[.)])( {1,4})(?=\S)")
BEGINS_LIST = re.compile(r"[-*+]|1[.)]")  # within a paragraph
FENCE = re.compile(r" {0,3}(```+|~~~+)")
AS_IT_IS = {".svg", ".png", ".json", ".html"}
LANGUAGES = {".h": "cpp", ".cpp": "cpp", ".toml": "toml", ".cmake": "cmake", ".sh": "sh"}


def blocks(text):
    """Each line, as (whether it is code, line)."""
    fence, after_blank, code = "", True, False
    for line in text.splitlines():
        mark = FENCE.match(line)
        if fence:
            yield True, line
            if mark and mark[1].startswith(fence):
                fence = ""
            continue
        if mark:
            fence = mark[1]
            yield True, line
            continue
        code = bool(line.strip()) and line.startswith("    ") and (after_blank or code)
        yield code, line
        after_blank = not line.strip()


def as_python_markdown(text):
    """The text with what belongs to an item of a list indented by four blanks for each level, and a blank line before a list and
    after an item of several paragraphs.

    GitHub takes as many blanks as the item's mark is wide, and needs no blank line; Python-Markdown, which the site is made with,
    does not.
    """
    lines, fence, before = [], "", ""
    columns = []  # where the content of each open item begins
    parted = True  # whether a blank line has come since the last item began
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        mark = FENCE.match(line[columns[-1] if columns else 0 :])
        item = None
        if line.strip() and not fence:
            was_open = bool(columns)
            begins = not before.strip() or ITEM.match(line.lstrip())
            while begins and columns and indent < columns[-1]:
                columns.pop()
            item = ITEM.match(line[columns[-1] if columns else 0 :])
            if item and not was_open and before.strip() and not BEGINS_LIST.match(item[2]):
                item = None  # a number that happens to begin a line
            if item and parted and before.strip():
                lines.append("")
        column = columns[-1] if columns else 0
        rest = line[column:] if indent >= column else line.lstrip()
        lines.append(("    " * len(columns) + rest) if line.strip() else "")
        parted = not item and (parted or not line.strip() or not columns)
        if item:
            columns.append(column + len(item[0]))
        elif mark:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        before = line
    return "\n".join(lines) + "\n"


class Pages:
    """Fills a folder with the pages, and knows which there are."""

    def __init__(self, root, folder):
        self.root, self.folder = root, folder
        self.made = set()

    def take(self, path):
        """Takes a page, file or folder of the checkout with all that it links to; gives the path that a link to it needs."""
        whole = self.root / path
        if whole.is_dir() and (whole / "README.md").exists():
            return self.take(f"{path}/README.md")
        if whole.suffix == ".md" or whole.suffix in AS_IT_IS:
            at = path
        else:
            at = f"{path}/index.md" if whole.is_dir() else f"{path}.md"
        if at not in self.made:
            self.made.add(at)
            self._make(path, whole, self.folder / at)
        return at

    def _make(self, path, whole, made):
        made.parent.mkdir(parents=True, exist_ok=True)
        if whole.is_dir():
            files = sorted(file.name for file in whole.iterdir() if file.is_file())
            for name in files:
                self.take(f"{path}/{name}")
            listed = "".join(f"- [{name}]({name}.md)\n" for name in files)
            made.write_text(f"# {whole.name}\n\nThe files of `{path}`:\n\n{listed}")
        elif whole.suffix == ".md":
            made.write_text(as_python_markdown(self._with_links(path, whole.read_text())))
        elif whole.suffix in AS_IT_IS:
            made.write_bytes(whole.read_bytes())
        else:
            language = LANGUAGES.get(whole.suffix, "text")
            made.write_text(f"# {whole.name}\n\n`{path}`\n\n~~~~~{language}\n{whole.read_text()}~~~~~\n")

    def _with_links(self, path, text):
        def link(match):
            picture, words, target = match.groups()
            name, mark, anchor = target.partition("#")
            if not name or re.match(r"[a-z]+:", target):
                return match[0]
            to = os.path.normpath(Path(path).parent / name)
            if to.startswith("solutions/"):
                return words
            if not (self.root / to).exists():
                return match[0]  # which mkdocs reports
            at = os.path.relpath(self.take(to), Path(path).parent)
            return f"{picture}[{words}]({at}{mark}{anchor})"

        parts = []
        for is_code, lines in itertools.groupby(blocks(text), lambda block: block[0]):
            part = "\n".join(line for _, line in lines)
            parts.append(part if is_code else LINK.sub(link, part))
        return "\n".join(parts) + "\n"
