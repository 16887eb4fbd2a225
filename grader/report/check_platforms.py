#!/usr/bin/env python3
"""Checks the golden files for platforms against what each platform documents, and that wrong ones are refused.

usage: check_platforms.py FOLDER
"""
import glob
import json
import os
import sys
import xml.etree.ElementTree as xml

try:
    import jsonschema
except ImportError:
    sys.exit("the Debian package python3-jsonschema is needed")

TEXT = {"type": "string"}
NUMBER = {"type": "number"}


def record(required, **properties):
    return {"type": "object", "additionalProperties": False, "required": required, "properties": properties}


FORMS = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
VISIBLE = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}
# Gradescope, "Autograder Specifications": the output format.
GRADESCOPE = record(
    ["tests"], score=NUMBER, execution_time=NUMBER, output=TEXT, output_format=FORMS, test_output_format=FORMS,
    test_name_format=FORMS, visibility=VISIBLE, stdout_visibility=VISIBLE, extra_data={"type": "object"},
    leaderboard={"type": "array"},
    tests={"type": "array", "items": record(
        ["name"], score=NUMBER, max_score=NUMBER, status={"enum": ["passed", "failed"]}, name=TEXT, name_format=FORMS,
        number=TEXT, output=TEXT, output_format=FORMS, tags={"type": "array", "items": TEXT}, visibility=VISIBLE,
        extra_data={"type": "object"})})

# PrairieLearn, "External grading": the results file.
PRAIRIELEARN = record(
    ["gradable"], gradable={"type": "boolean"}, score={"type": "number", "minimum": 0, "maximum": 1}, message=TEXT,
    output=TEXT, format_errors={"type": ["string", "array"]}, images={"type": "array"},
    tests={"type": "array", "items": record(
        ["points", "max_points"], name=TEXT, description=TEXT, points=NUMBER, max_points=NUMBER, message=TEXT, output=TEXT)})
PRAIRIELEARN["if"] = {"properties": {"gradable": {"const": True}}}
PRAIRIELEARN["then"] = {"required": ["score"]}

MESSAGE = record(["text"], text=TEXT)
PLACE = record(["physicalLocation"], physicalLocation=record(
    ["artifactLocation"], artifactLocation=record(["uri"], uri={"type": "string", "pattern": "^[^/ ][^ ]*$"}),
    region=record(["startLine"], startLine={"type": "integer", "minimum": 1})))
PLACES = {"type": "array", "items": PLACE}
# SARIF 2.1.0 (OASIS), what is used of it: sections 3.13, 3.14, 3.19, 3.27, 3.28.
SARIF = record(
    ["version", "runs"], version={"const": "2.1.0"}, runs={"type": "array", "minItems": 1, "items": record(
        ["tool"], tool=record(["driver"], driver=record(
            ["name"], name=TEXT, version=TEXT,
            rules={"type": "array", "uniqueItems": True, "items": record(["id"], id=TEXT, shortDescription=MESSAGE)})),
        results={"type": "array", "items": record(
            ["message", "ruleId", "level"], ruleId=TEXT, level={"enum": ["none", "note", "warning", "error"]}, message=MESSAGE,
            locations=dict(PLACES, minItems=1), relatedLocations=PLACES,
            partialFingerprints={"type": "object", "additionalProperties": TEXT})})})
SARIF["properties"]["$schema"] = TEXT


def check_json(schema, text):
    jsonschema.Draft202012Validator.check_schema(schema)
    return [f"{error.json_path}: {error.message}"
            for error in jsonschema.Draft202012Validator(schema).iter_errors(json.loads(text))]


# The Jenkins JUnit plugin's junit-10.xsd: which elements an element has, and which attributes.
JUNIT_INSIDE = {"testsuites": {"testsuite"}, "testsuite": {"properties", "testcase", "system-out", "system-err"},
                "properties": {"property"}, "testcase": {"skipped", "error", "failure", "system-out", "system-err"}}
JUNIT_HAS = {"testsuites": {"name", "time", "tests", "failures", "errors", "skipped"},
             "testsuite": {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname", "id", "package"},
             "property": {"name", "value"}, "testcase": {"name", "classname", "time", "status"},
             "failure": {"message", "type"}, "error": {"message", "type"}, "skipped": {"message"}}


def check_junit(text):
    wrongs = []
    root = xml.fromstring(text)
    if root.tag != "testsuites":
        wrongs.append(f"the root is {root.tag}")
    for element in root.iter():
        for attribute in set(element.attrib) - JUNIT_HAS.get(element.tag, set()):
            wrongs.append(f"{element.tag} has no attribute {attribute}")
        for inside in element:
            if inside.tag not in JUNIT_INSIDE.get(element.tag, set()):
                wrongs.append(f"{inside.tag} in {element.tag}")
    for suite in [root, *root.iter("testsuite")]:
        for attribute, tag in {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}.items():
            if int(suite.attrib.get(attribute, -1)) != len(list(suite.iter(tag))):
                wrongs.append(f"{suite.attrib.get('name')}: {attribute} is not the number of {tag}")
    return wrongs


def sarif_rules(text):
    run = json.loads(text)["runs"][0]
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    return [f"no rule {result['ruleId']}" for result in run["results"] if result["ruleId"] not in known]


CHECKS = {
    ".gradescope": lambda text: check_json(GRADESCOPE, text),
    ".prairielearn": lambda text: check_json(PRAIRIELEARN, text),
    ".sarif": lambda text: check_json(SARIF, text) + sarif_rules(text),
    ".junit.xml": check_junit,
}
# A right file is spoilt by putting the second text in place of the first.
SPOILT = {
    ".gradescope": [('"tests"', '"test"'), ('"status": "', '"status": "x'), ('"score": ', '"score": "x", "y": ')],
    ".prairielearn": [('"gradable"', '"graded"'), ('"score"', '"points"'), ('"max_points"', '"most"')],
    ".sarif": [('"2.1.0"', '"2.0"'), ('"uri": "', '"uri": "/'), ('"ruleId": "', '"ruleId": "x')],
    ".junit.xml": [("<testsuites ", "<testsuites colour='red' "), ('failures="', 'failures="9'), ("<failure", "<failed")],
}


def main(folder):
    wrongs = []
    seen = 0
    for ending, check in CHECKS.items():
        texts = {}
        for name in sorted(glob.glob(os.path.join(folder, "*" + ending))):
            with open(name, encoding="utf-8") as file:
                texts[name] = file.read()
            wrongs += [f"{name}: {what}" for what in check(texts[name])]
        seen += len(texts)
        for right, wrong in SPOILT[ending]:
            text = next((t for t in texts.values() if right in t), "")
            spoilt = text.replace(right, wrong, 1) if ending != ".junit.xml" else text.replace(right, wrong).replace(
                "</failure", "</failed" if right == "<failure" else "</failure")
            if not text or not check(spoilt):
                wrongs.append(f"*{ending}: let through, or not tried: {wrong}")
    print("\n".join(wrongs) or f"{seen} files are as documented; {sum(map(len, SPOILT.values()))} wrong ones are refused")
    return 1 if wrongs or not seen else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
