#!/usr/bin/env python3
"""Runs clang-tidy on all C++ of the tree, but for what .ci/tidy/left-out names. A file that passed is not linted again
until something changes that its result depends on.

usage: tidy.py BUILD_DIR

BUILD_DIR holds compile_commands.json. Passes are kept in $LOCKSTEP_TIDY_CACHE, by default
${XDG_CACHE_HOME:-~/.cache}/lockstep/tidy; with LOCKSTEP_TIDY_CACHE set to nothing, all is linted and no pass is kept.
Exit status: 0 all is clean, 1 something is not, 2 wrong usage or a file that nothing compiles.
"""
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from batches import Joined, batches  # noqa: E402
from passes import Passes, surroundings  # noqa: E402
from units import Includes, Mistake, units  # noqa: E402

SMALLEST_BATCH, LARGEST_BATCH = 24, 64
NOISE = re.compile(r"\d+ (warnings?|errors?)|Suppressed|Use -|Error while processing|$")
CLANG_TIDY = os.environ.get("CLANG_TIDY", "clang-tidy")


def cache_folder():
    folder = os.environ.get("LOCKSTEP_TIDY_CACHE")
    if folder is None:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        folder = os.path.join(base, "lockstep", "tidy")
    return folder or None


def batch_size(files, workers):
    """How many files are joined at most. The more, the less the standard library's headers cost; but few files are
    linted soonest in a batch for each worker."""
    return min(max(-(-files // workers), SMALLEST_BATCH), LARGEST_BATCH)


class Linter:
    def __init__(self, root, build, includes, size):
        self.root = root
        self.build = build
        self.includes = includes
        self.size = size

    def run(self, file, flags):
        """What clang-tidy says of the file; nothing if it passes."""
        done = subprocess.run([CLANG_TIDY, "--quiet", file, "--", *flags], cwd=self.build, capture_output=True, text=True,
                              check=False)
        if done.returncode == 0:
            return ""
        told = "\n".join(line for line in done.stderr.splitlines() if not NOISE.match(line))
        return done.stdout + told or f"{file}: clang-tidy ended with {done.returncode} and said nothing"

    def lint(self, batch):
        """(what was said, the units that passed, the batches that are still to be linted). One file alone decides: what
        is found in several that are joined may come of the joining."""
        if len(batch.units) == 1:
            said = self.run(batch.units[0].file, batch.flags)
            return said, [] if said else batch.units, []
        joined = Joined(batch)
        with tempfile.TemporaryDirectory(prefix="lockstep-tidy-") as folder:
            # The settings that apply to the files apply here: the same ones lie in as many folders around it.
            for config in reversed(batch.configs):
                shutil.copy(config, folder)
                folder = os.path.join(folder, "in")
                os.mkdir(folder)
            path = os.path.join(folder, "joined.cpp")
            with open(path, "w", encoding="utf-8") as file:
                file.write(joined.text)
            said = self.run(path, batch.flags)
        if not said:
            return "", batch.units, []
        suspects = self.suspects(said, path, joined, batch.units)
        rest = [unit for unit in batch.units if unit not in suspects]
        return "", [], batches(suspects, 1, self.includes) + batches(rest, self.size, self.includes)

    def suspects(self, said, path, joined, all_units):
        """The files that what was said is about; all, if that is not clear."""
        found = []
        for file, line in re.findall(r"^(/[^:\n]+):(\d+):\d+: (?:error|warning)", said, re.M):
            if file == path:
                found.append(joined.unit_at(int(line)))
            else:  # a header: one file that includes it tells
                found += [unit for unit in all_units if os.path.realpath(file) in self.includes.of(unit)][:1]
        return list(dict.fromkeys(found)) or all_units


def lint_all(linter, work, workers, on_pass):
    """What was said, of all batches. The largest come first, so that no processor is idle at the end."""
    said, runs = [], 0
    work = sorted(work, key=lambda batch: len(batch.units), reverse=True)
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        running = {pool.submit(linter.lint, batch) for batch in work}
        while running:
            done, running = concurrent.futures.wait(running, return_when=concurrent.futures.FIRST_COMPLETED)
            for future in done:
                words, passed, left = future.result()
                runs += 1
                if words:
                    said.append(words)
                    print(words, flush=True)
                for unit in passed:
                    on_pass(unit)
                running |= {pool.submit(linter.lint, batch) for batch in left}
    return said, runs


def main(arguments):
    if len(arguments) != 1:
        sys.exit(__doc__)
    build = os.path.realpath(arguments[0])
    here = os.path.dirname(os.path.abspath(__file__))
    root = os.path.realpath(os.path.join(here, "..", ".."))
    all_units, left_out = units(root, os.path.join(build, "compile_commands.json"), os.path.join(here, "left-out"))
    includes = Includes(root)
    passes = Passes(cache_folder(), surroundings(CLANG_TIDY), [(build, "BUILD"), (root, "ROOT")])
    keys = {unit: passes.key(unit, includes.of(unit)) for unit in all_units}
    unknown = [unit for unit in all_units if not passes.known(keys[unit])]
    workers = len(os.sched_getaffinity(0))
    size = batch_size(len(unknown), workers)
    said, runs = lint_all(Linter(root, build, includes, size), batches(unknown, size, includes), workers,
                          lambda unit: passes.keep(keys[unit]))
    passes.forget_old()
    print(f"tidy: {len(all_units)} files: {len(all_units) - len(unknown)} passed before, {len(unknown)} linted in {runs} "
          f"runs of clang-tidy; {left_out} left out, by .ci/tidy/left-out")
    return 1 if said else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (Mistake, OSError) as mistake:
        print(f"tidy: {mistake}", file=sys.stderr)
        sys.exit(2)
