#!/usr/bin/env python3
"""Checks reports against the schema of lockstep.grade/1, and that the schema refuses wrong ones.

usage: check_schema.py SCHEMA REPORT...
"""
import copy
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit("the Debian package python3-jsonschema is needed")


def without(key):
    def spoil(report):
        del report[key]
    return spoil


def setting(*path_and_value):
    *path, last, value = path_and_value

    def spoil(report):
        for step in path:
            report = report[step]
        report[last] = value
    return spoil


# What a report must not be, each made from a right one whose first check passed.
WRONG = {
    "no schema": without("schema"),
    "another version": setting("schema", "lockstep.grade/2"),
    "an unknown key": setting("grade", 1),
    "an unknown verdict": setting("checks", 0, "verdict", "good"),
    "an unknown kind of check": setting("checks", 0, "kind", "luck"),
    "an unknown key of a check": setting("checks", 0, "colour", "red"),
    "a judged check without points": setting("checks", 0, "points", None),
    "points for what was not judged": setting("checks", 0, "verdict", "inconclusive"),
    "an unknown kind of finding": setting("checks", 0, "findings",
                                          [{"kind": "luck", "message": "", "file": None, "line": None, "replay": None}]),
    "a finding without line": setting("checks", 0, "findings",
                                      [{"kind": "crash", "message": "", "file": None, "replay": None}]),
    "line 0": setting("checks", 0, "findings",
                      [{"kind": "crash", "message": "", "file": "a", "line": 0, "replay": None}]),
    "negative points": setting("points", -1),
    "half a maximum": setting("max_points", 0.5),
    "no cores": setting("machine", "cores", 0),
}


def main(schema_file, *report_files):
    with open(schema_file, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    wrongs = []
    reports = {}
    for name in report_files:
        with open(name, encoding="utf-8") as file:
            reports[name] = json.load(file)
        wrongs += [f"{name}: {error.json_path}: {error.message}" for error in validator.iter_errors(reports[name])]
    right = next(report for report in reports.values() if report["checks"][0]["verdict"] == "pass")
    for what, spoil in WRONG.items():
        wrong = copy.deepcopy(right)
        spoil(wrong)
        if validator.is_valid(wrong):
            wrongs.append(f"the schema lets through: {what}")
    print("\n".join(wrongs) or f"{len(reports)} reports are right; {len(WRONG)} wrong ones are refused")
    return 1 if wrongs else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
