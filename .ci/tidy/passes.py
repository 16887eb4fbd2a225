"""Remembers which files passed, by a hash of all that the result depends on. Only a pass is kept, never a failure."""
import functools
import hashlib
import os
import subprocess
import time

KEPT_DAYS = 60  # after its last use


@functools.lru_cache(maxsize=None)
def content_hash(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def surroundings(clang_tidy):
    """What of the machine a result depends on: clang-tidy itself, this linter, and the packages that hold headers. None
    where no package manager can tell the latter."""
    try:
        packages = output_of("dpkg-query", "-W", "*-dev", "libclang*", "clang*")
    except (OSError, subprocess.CalledProcessError):
        return None
    here = os.path.dirname(os.path.abspath(__file__))
    linter = [content_hash(os.path.join(here, name)) for name in sorted(os.listdir(here)) if name.endswith(".py")]
    return "\n".join([output_of(clang_tidy, "--version"), packages, *linter])


class Passes:
    """`folder` may be None: then nothing is known, and nothing is kept."""

    def __init__(self, folder, around, places):
        self.folder = folder if around else None
        self.around = around
        self.places = places  # paths that differ from checkout to checkout, and what a key calls them; longest first
        if self.folder:
            os.makedirs(self.folder, exist_ok=True)

    def key(self, unit, includes):
        def named(text):
            for place, name in self.places:
                text = text.replace(place, name)
            return text

        parts = [self.around, named("\0".join(unit.flags))]
        for file in (unit.file, *unit.configs, *includes):
            parts.append(f"{named(file)} {content_hash(file)}")
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def known(self, key):
        if not self.folder:
            return False
        try:
            os.utime(os.path.join(self.folder, key))
            return True
        except OSError:
            return False

    def keep(self, key):
        if self.folder:
            with open(os.path.join(self.folder, key), "wb"):
                pass

    def forget_old(self):
        if self.folder:
            oldest = time.time() - KEPT_DAYS * 24 * 3600
            for entry in os.scandir(self.folder):
                if entry.stat().st_mtime < oldest:
                    os.unlink(entry.path)
