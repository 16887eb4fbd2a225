#!/usr/bin/env python3
"""Runs each command in the documentation, in a copy of this tree, in the order of the pages.

    docs/run-commands [--scratch DIR] [PAGE…]     all of them, or those of some pages: docs/explorer.md
    docs/run-commands --cheap BUILD               those that compile nothing, with the grader of a build folder

Each must end with exit status 0, or with the one that .ci/commands/known.toml says, with the reason. The same table names
what cannot be run here, and what stands for NN, FILE and the like. A line for each command: where, exit status, seconds.
With --scratch the copy stays in DIR, and what is built in it serves the next time.
Exit status: 0 each command ended as it must, 1 one did not, 2 wrong usage.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.dont_write_bytecode = True
import pages
import table

LIMIT_S = 900
MARK = ".copy-for-commands"  # a folder that this program made, whose files may be replaced
MADE = {"__pycache__", "compile_commands.json", ".cache"}


@dataclass
class Ended:
    status: int
    seconds: float
    output: str


class Runner:
    def __init__(self, root, scratch, cheap):
        self.known = table.read(root / ".ci/commands/known.toml")
        self.root, self.scratch, self.cheap = root, scratch, cheap
        self.ran = {}  # (folder, text) of what ran: where
        self.counts = {"ran": 0, "failed": 0, "left out": 0}

    def run_page(self, path):
        begun = False
        for command in pages.commands_of(self.root, path):
            if not isinstance(command, pages.Command) or not self.is_to_run(command):
                continue
            before = self.known.page(command.page).get("before")
            if before and not begun and "not_run" not in self.known.of(command) and not self.prepared(command.page, before):
                return
            begun = begun or "not_run" not in self.known.of(command)
            self.run_command(command)

    def is_to_run(self, command):
        """Between backticks, a subcommand with no values is the name of it: `./lab explore --strategy`."""
        if self.cheap and not self.known.of(command).get("cheap"):
            return False
        words = next(words for _, words in pages.simple_commands(command.text))
        return command.in_block or words[0] != "./lab" or any(not word.startswith("-") for word in words[2:])

    def run_command(self, command):
        keys = self.known.of(command)
        text = self.known.filled(command)
        folder = self.folder_of(command, text)
        if "not_run" in keys:
            self.counts["left out"] += 1
            say(f"{command.place}: not run: {command.text}: {keys['not_run']}")
            return
        if (folder, text) in self.ran and "before" not in keys:
            say(f"{command.place}: as {self.ran[folder, text]}: {text}")
            return
        self.ran[folder, text] = command.place
        if "before" in keys and not self.prepared(command.place, keys["before"]):
            return
        ended = run(text, folder, keys)
        expected = keys.get("status", 0)
        self.counts["ran"] += 1
        say(f"{command.place}: exit status {ended.status}, {ended.seconds:.1f} s: {text}")
        if ended.status != expected:
            self.fail(f"{command.place}: exit status {ended.status}, not {expected}: {text}", ended.output)

    def prepared(self, place, before):
        ended = run(f". {self.root}/.ci/commands/before.sh\nset -e\n{before}", self.scratch, {})
        if ended.status != 0:
            self.fail(f"{place}: what goes before it failed with exit status {ended.status}", ended.output)
        return ended.status == 0

    def fail(self, says, output):
        self.counts["failed"] += 1
        say(f"FAILED {says}")
        for line in output.splitlines()[-25:]:
            say("    " + line)

    def folder_of(self, command, text):
        """A handout's commands are for the lab's own folder, except for the kit's launcher."""
        of_lab = command.page.startswith("labs/") and not text.startswith("./lab")
        return self.scratch / (Path(command.page).parent if of_lab else ".")


def run(text, folder, keys):
    start = time.monotonic()
    with tempfile.TemporaryFile("w+") as output:
        child = subprocess.Popen(["bash", "-c", text], cwd=folder, stdout=output, stderr=subprocess.STDOUT,
                                 stdin=subprocess.PIPE, text=True, start_new_session=True)
        try:
            child.communicate(keys.get("input", ""), timeout=keys.get("interrupt_s", keys.get("limit_s", LIMIT_S)))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGINT)
        finally:
            end(child)
        output.seek(0)
        status = child.returncode if child.returncode >= 0 else 128 - child.returncode
        return Ended(status, time.monotonic() - start, output.read())


def end(child):
    """Waits for a command that was asked to end; one that goes on is killed, also where this program is interrupted."""
    try:
        child.wait(timeout=60 if sys.exc_info()[0] is None else 0.1)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def say(line):
    print(line, flush=True)


def copy_tree(root, scratch):
    def left_out(folder, names):
        builds = {name for name in names if name.startswith("build")}
        holds_builds = Path(folder) == root or Path(folder).parent == root / "labs"
        return [name for name in names if name in MADE or name == ".git" or (holds_builds and name in builds)]

    for old in scratch.iterdir() if (scratch / MARK).exists() else []:
        if old.name != "build":
            shutil.rmtree(old) if old.is_dir() and not old.is_symlink() else old.unlink()
    shutil.copytree(root, scratch, ignore=left_out, dirs_exist_ok=True, symlinks=True)
    (scratch / MARK).touch()


def use_grader_of(build, scratch):
    """The launcher has a test of its own; here it would only build the grader once more."""
    (scratch / "lab").write_text(f"#!/bin/sh\n[ \"${{1-}}\" != --yes ] || shift\nexport LOCKSTEP_ROOT='{scratch}' LOCKSTEP_BUILD_DIR='{scratch}/build'\n"
                                 f"exec '{build}/lockstep' \"$@\"\n")


def main():
    parser = argparse.ArgumentParser(usage="docs/run-commands [--scratch DIR | --cheap BUILD] [PAGE…]")
    parser.add_argument("--scratch", type=Path, help="keep the copy of the tree here")
    parser.add_argument("--cheap", type=Path, metavar="BUILD", help="only what compiles nothing, with this build's grader")
    parser.add_argument("pages", nargs="*", metavar="PAGE")
    arguments = parser.parse_args()
    root = Path(__file__).resolve().parent.parent.parent
    chosen = [path for path in pages.pages(root, pages.RUN)
              if not arguments.pages or str(path.relative_to(root)) in arguments.pages]
    if len(chosen) < len(arguments.pages):
        parser.error(f"no such page among {', '.join(pages.RUN)}")
    with tempfile.TemporaryDirectory(prefix="lockstep-commands-") as made:
        scratch = (arguments.scratch or Path(made)).resolve()
        if scratch.exists() and any(scratch.iterdir()) and not (scratch / MARK).exists():
            parser.error(f"{scratch} is not empty, and no copy that was made here")
        copy_tree(root, scratch)
        if arguments.cheap:
            use_grader_of(arguments.cheap.resolve(), scratch)
        for role in ("AUTHOR", "COMMITTER"):  # a machine of CI has no user who commits
            os.environ.setdefault(f"GIT_{role}_NAME", "reader")
            os.environ.setdefault(f"GIT_{role}_EMAIL", "reader@example.org")
        runner = Runner(root, scratch, bool(arguments.cheap))
        for path in chosen:
            runner.run_page(path)
    say(", ".join(f"{count} {what}" for what, count in runner.counts.items()))
    return 1 if runner.counts["failed"] else 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
