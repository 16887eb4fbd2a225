#!/usr/bin/env python3
"""Checks that .devcontainer, Dockerfile and .dockerignore fit each other and the tree. Builds nothing.

    container_test.py [ROOT]      ROOT: a checkout, or what ./lab export classroom made

Prints what is wrong. Exit status: 0 nothing is, 1 something is.
"""

import fnmatch
import json
import re
import shlex
import sys
from pathlib import Path


def instructions(dockerfile):
    """The instructions of a Dockerfile, each as its words."""
    text = re.sub(r"\\\n", " ", dockerfile.read_text())
    return [line.split() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def is_left_out(root, source):
    """Whether .dockerignore keeps a path, or a folder that it lies in, out of what an image is made of."""
    patterns = [line for line in (root / ".dockerignore").read_text().split("\n") if line and not line.startswith("#")]
    for path in [Path(source), *Path(source).parents]:
        for pattern in patterns:
            name = path.name if pattern.startswith("**/") else str(path)
            if fnmatch.fnmatch(name, pattern.removeprefix("**/")):
                return True
    return False


def mistakes(root):
    opened = json.loads((root / ".devcontainer/devcontainer.json").read_text())
    at = root / ".devcontainer"
    dockerfile = at / opened["build"]["dockerfile"]
    if not dockerfile.is_file():
        yield f"devcontainer.json names {dockerfile}, which is no file"
        return
    if (at / opened["build"]["context"]).resolve() != root.resolve():
        yield "devcontainer.json builds in another folder than the one that the Dockerfile copies from"

    lines = instructions(dockerfile)
    stages = [words[3] for words in lines if words[0] == "FROM" and len(words) == 4]
    if opened["build"]["target"] not in stages:
        yield f"devcontainer.json names the stage {opened['build']['target']}; the Dockerfile has {', '.join(stages)}"
    users = {words[1] for words in lines if words[0] == "USER"}
    made = {words[-1] for words in lines if "useradd" in words}
    if {opened["remoteUser"]} != users or users != made:
        yield f"the user is {opened['remoteUser']} in devcontainer.json, {users} and made as {made} in the Dockerfile"

    for words in lines:
        if words[0] != "COPY":
            continue
        for source in words[1:-1]:
            if not (root / source).exists():
                yield f"the Dockerfile copies {source}, which does not exist"
            elif is_left_out(root, source):
                yield f"the Dockerfile copies {source}, which .dockerignore leaves out"
    for secret in [".git", "build", "solutions", "solutions/01-primes/concurrent.cpp", "labs/01-primes/build"]:
        if not is_left_out(root, secret):
            yield f".dockerignore lets {secret} into the image"

    recommended = json.loads((root / ".vscode/extensions.json").read_text())["recommendations"]
    if opened["customizations"]["vscode"]["extensions"] != recommended:
        yield f"devcontainer.json installs other extensions than .vscode/extensions.json recommends: {recommended}"
    entry = [json.loads(" ".join(words[1:])) for words in lines if words[0] == "ENTRYPOINT"]
    if entry != [["/lockstep/lab"]]:
        yield f"the image starts {entry}, not the launcher"
    programs = {word for word in shlex.split(opened["postCreateCommand"]) if "/" in word}
    for program in programs:
        if not (root / program.rstrip(";")).is_file():
            yield f"devcontainer.json starts {program}, which does not exist"


def main():
    found = list(mistakes(Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)))
    for mistake in found:
        print(mistake)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
