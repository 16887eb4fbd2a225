#!/usr/bin/env python3
"""Checks gradebooks against the schema of lockstep.gradebook/1, and that the schema refuses wrong ones.

usage: check_schema.py SCHEMA GRADEBOOK...
"""
import copy
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit("the Debian package python3-jsonschema is needed")


def setting(*path_and_value):
    *path, last, value = path_and_value

    def spoil(book):
        for step in path:
            book = book[step]
        book[last] = value
    return spoil


# What a gradebook must not be, each made from a right one.
WRONG = {
    "another version": setting("schema", "lockstep.gradebook/2"),
    "an unknown key": setting("grade", 1),
    "an unknown way to count": setting("course", "counts", "median"),
    "a time without a zone": setting("labs", 0, "due", "2026-10-01T22:00:00"),
    "negative failures": setting("labs", 0, "checks", 0, "failed", -1),
    "a mark in words": setting("learners", 1, "labs", 0, "mark", "good"),
    "no reason": setting("learners", 1, "labs", 0, "reason", ""),
    "attempt 0": setting("learners", 1, "labs", 0, "attempt", 0),
    "a share above 1": setting("alike", 0, "a", "share", 1.5),
    "line 0": setting("alike", 0, "matches", 0, "a", "first", 0),
}


def main(schema_file, *files):
    with open(schema_file, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrongs = []
    for name in files:
        with open(name, encoding="utf-8") as file:
            right = json.load(file)
        wrongs += [f"{name}: {error.json_path}: {error.message}" for error in validator.iter_errors(right)]
    for what, spoil in WRONG.items():
        wrong = copy.deepcopy(right)
        spoil(wrong)
        if validator.is_valid(wrong):
            wrongs.append(f"the schema lets through: {what}")
    print("\n".join(wrongs) or f"{len(files)} gradebooks are right; {len(WRONG)} wrong ones are refused")
    return 1 if wrongs else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
