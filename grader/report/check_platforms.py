#!/usr/bin/env python3
"""Checks the golden files for platforms against what each platform documents, and that wrong ones are refused.

usage: check_platforms.py FOLDER
       check_platforms.py FORMAT FILE    one file: gradescope, prairielearn, sarif, junit.xml, ctrf, classroom, classroom50, vpl,
                                         or result50, the whole result.json of Classroom 50
"""
import glob
import json
import os
import re
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


WHOLE = {"type": "integer", "minimum": 0}
# CTRF (ctrf-io/ctrf, schema/ctrf.schema.json), what is used of it.
STATUSES = ["passed", "failed", "skipped", "pending", "other"]
CTRF = record(
    ["reportFormat", "specVersion", "results"], reportFormat={"const": "CTRF"},
    specVersion={"type": "string", "pattern": r"^[0-9]+\.[0-9]+\.[0-9]+$"}, generatedBy=TEXT, extra={"type": "object"},
    results=record(
        ["tool", "summary", "tests"], tool=record(["name"], name={"type": "string", "minLength": 1}, version=TEXT),
        summary=record(["tests", *STATUSES, "start", "stop"], tests=WHOLE, start=WHOLE, stop=WHOLE,
                       **{status: WHOLE for status in STATUSES}),
        tests={"type": "array", "items": record(
            ["name", "status", "duration"], name={"type": "string", "minLength": 1}, status={"enum": STATUSES}, duration=WHOLE,
            suite={"type": "array", "minItems": 1, "items": TEXT}, message=TEXT, trace=TEXT,
            tags={"type": "array", "items": TEXT})}))

# What classroom-resources/autograding-grading-reporter reads of a runner (src/main.js, src/helpers/test-helpers.js).
CLASSROOM = record(
    ["version", "status", "max_score", "tests"], version={"const": 1}, status={"enum": ["pass", "fail", "error"]}, max_score=WHOLE,
    tests={"type": "array", "items": record(
        ["name", "status", "score"], name=TEXT, status={"enum": ["pass", "fail", "error"]}, score={"type": "number", "minimum": 0},
        message={"type": ["string", "null"]}, test_code=TEXT, filename=TEXT, line_no=WHOLE, duration=WHOLE)})

# Classroom 50 (foundation50/classroom50, schemas/result-v1.schema.json): the grade's part of it. A test may have more keys.
CLASSROOM50 = record(
    ["schema", "score", "max-score", "tests"], **{
        "schema": {"const": "classroom50/result/v1"}, "score": WHOLE, "max-score": WHOLE, "tests": {
            "type": "array", "items": record(
                ["test-name", "passed", "score", "max-score"], **{
                    "test-name": {"type": "string", "minLength": 1}, "passed": {"type": "boolean"}, "score": WHOLE,
                    "max-score": WHOLE, "output": TEXT})}})
# The whole of it, as an autograder writes it.
TIME = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$"}
WORD = {"type": "string", "minLength": 1}
RESULT50 = record(
    [*CLASSROOM50["required"], "classroom", "assignment", "assignment_type", "owner", "submission", "commit", "release", "review",
     "datetime"],
    **CLASSROOM50["properties"], classroom=WORD, assignment=WORD, assignment_type={"enum": ["individual", "group"]}, owner=WORD,
    submission={"type": "string", "pattern": "^submit/"}, commit=WORD, release=WORD, review=WORD, datetime=TIME, graded_at=TIME,
    submitted_by=record(["username"], username=WORD, id={"type": ["integer", "null"]}))


def ctrf_counts(text):
    results = json.loads(text)["results"]
    summary, tests = results["summary"], results["tests"]
    wrongs = [f"{status} is not the number of such tests" for status in STATUSES
              if summary[status] != sum(test["status"] == status for test in tests)]
    if summary["tests"] != len(tests) or summary["stop"] < summary["start"]:
        wrongs.append("the summary's tests, start or stop")
    return wrongs


def classroom_points(text):
    result = json.loads(text)
    if sum(test["score"] for test in result["tests"]) > result["max_score"] + 1e-6:
        return ["more points than there are"]
    return []


def classroom50_points(text):
    result = json.loads(text)
    return [f"{each} has more points than there are" for each in [result, *result["tests"]] if each["score"] > each["max-score"]]


# Moodle's VPL, "Automated program assessment": one block of comments, and then the grade.
VPL_LINE = re.compile(r"(-|>).*")


def check_vpl(text):
    lines = text.split("\n")
    if lines.pop() != "" or lines[0] != "<|--" or lines.count("--|>") != 1:
        return ["it is no single block of comments"]
    end = lines.index("--|>")
    wrongs = [f"neither a title nor preformatted: {line}" for line in lines[1:end] if not VPL_LINE.fullmatch(line)]
    rest = lines[end + 1:]
    if rest and not (len(rest) == 1 and re.fullmatch(r"Grade :=>> [0-9]+(\.[0-9]{1,2})?", rest[0])):
        wrongs.append(f"behind the block: {rest}")
    return wrongs


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
    ".ctrf": lambda text: check_json(CTRF, text) or ctrf_counts(text),
    ".classroom": lambda text: check_json(CLASSROOM, text) or classroom_points(text),
    ".classroom50": lambda text: check_json(CLASSROOM50, text) or classroom50_points(text),
    ".vpl": check_vpl,
}
# What an export's scripts write, besides.
WRITTEN = {".result50": lambda text: check_json(RESULT50, text) or classroom50_points(text)}
# A right file is spoilt by putting the second text in place of the first.
SPOILT = {
    ".gradescope": [('"tests"', '"test"'), ('"status": "', '"status": "x'), ('"score": ', '"score": "x", "y": ')],
    ".prairielearn": [('"gradable"', '"graded"'), ('"score"', '"points"'), ('"max_points"', '"most"')],
    ".sarif": [('"2.1.0"', '"2.0"'), ('"uri": "', '"uri": "/'), ('"ruleId": "', '"ruleId": "x')],
    ".ctrf": [('"CTRF"', '"ctrf"'), ('"passed": ', '"passed": 1'), ('"status": "', '"status": "x'), ('"stop": ', '"stop": "x", "y": ')],
    ".classroom": [('"version": 1', '"version": 2'), ('"status": "', '"status": "x'), ('"max_score": 1', '"max_score": "x", "y": 1'),
                   ('"score": ', '"score": 9')],
    ".classroom50": [('/v1"', '/v2"'), ('"passed"', '"pass"'), ('"score": ', '"score": 0.5, "y": '), ('"score": ', '"score": 9')],
    ".vpl": [("<|--", "<|-"), ("--|>", "x"), (">", "Grade :=>> 100\n"), ("Grade :=>> ", "Grade: ")],
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


def check_one(form, name):
    with open(name, encoding="utf-8") as file:
        wrongs = {**CHECKS, **WRITTEN}["." + form](file.read())
    print("\n".join(f"{name}: {what}" for what in wrongs) or f"{name} is as documented")
    return 1 if wrongs else 0


if __name__ == "__main__":
    sys.exit(check_one(*sys.argv[1:]) if len(sys.argv) == 3 else main(*sys.argv[1:]))
