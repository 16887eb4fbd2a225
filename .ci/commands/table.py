"""What .ci/commands/known.toml says of the commands in the documentation, which it need not name otherwise."""

import fnmatch
import re
import tomllib
from dataclasses import dataclass, field

# A word in capitals stands for something that the reader puts there: NN, FILE.cpp, solutions/NN-name.
PLACE_HOLDER = re.compile(r"(?<![\w$({-])(?:NN-name|[A-Z]+)(?![\w=])|…")
PAGE_KEYS = {"name", "places", "before"}
COMMAND_KEYS = {"text", "page", "why", "places", "before", "input", "status", "limit_s", "interrupt_s", "not_run", "cheap"}


class WrongTable(Exception):
    pass


@dataclass
class Row:
    """What is said of one command, or of each that the pattern fits."""

    text: str
    keys: dict
    used: bool = False

    def fits(self, command):
        return fnmatch.fnmatchcase(command.text, self.text) and self.keys.get("page", command.page) == command.page


@dataclass
class Known:
    places: dict
    folders: list
    files: list
    pages: dict
    rows: list
    unknown_places: list = field(default_factory=list)

    def of(self, command):
        """All that is said of a command; a row for its page goes before one for all pages."""
        fitting = [row for row in self.rows if row.fits(command)]
        keys = {}
        for row in sorted(fitting, key=lambda row: "page" in row.keys):
            row.used = True
            keys.update(row.keys)
        return keys

    def page(self, name):
        return self.pages.get(name, {})

    def filled(self, command):
        """The command with something in the place of each place-holder. \\raise KeyError: one that the table lacks."""
        places = {**self.places, **self.page(command.page).get("places", {}), **self.of(command).get("places", {})}
        return PLACE_HOLDER.sub(lambda match: places[match[0]], command.text)

    def idle_rows(self):
        return [row.text for row in self.rows if not row.used]


def read(path):
    with path.open("rb") as file:
        table = tomllib.load(file)
    for page in table.get("page", []):
        if set(page) - PAGE_KEYS:
            raise WrongTable(f"{path}: page {page.get('name')}: accepted: {', '.join(sorted(PAGE_KEYS))}")
    rows = []
    for keys in table.get("command", []):
        if set(keys) - COMMAND_KEYS or "text" not in keys:
            raise WrongTable(f"{path}: command {keys.get('text')}: accepted: {', '.join(sorted(COMMAND_KEYS))}")
        if not {"why", "not_run"} & set(keys) and {"status", "interrupt_s"} & set(keys):
            raise WrongTable(f"{path}: command {keys['text']}: another exit status than 0 needs a `why`")
        rows.append(Row(keys["text"], keys))
    there = table.get("there", {})
    return Known(table.get("places", {}), there.get("folders", []), there.get("files", []),
                 {page["name"]: page for page in table.get("page", [])}, rows)
