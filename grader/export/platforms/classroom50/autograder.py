#!/usr/bin/env python3
"""Grades @LAB@ for Classroom 50, whose runner calls this in the learner's checkout. Made by ./lab export classroom50.

Only the files that the lab's `submit` names come from the learner; all else comes from `lockstep`, beside this file.
"""
import datetime
import json
import os
import subprocess
import sys
from pathlib import Path

here = Path(__file__).resolve().parent
kit = here / "lockstep"


def now():
    return datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def submitted():
    """When the graded commit was made: it does not change when the same commit is graded again."""
    said = subprocess.run(["git", "log", "-1", "--date=format-local:%Y-%m-%dT%H:%M:%SZ", "--format=%cd"],
                          env=dict(os.environ, TZ="UTC"), capture_output=True, text=True, check=False)
    return said.stdout.strip() or now()


for script in [kit / "lab", *kit.rglob("*.sh")]:
    script.chmod(0o755)  # a bundle may have lost it
if Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns").exists() and os.geteuid() != 0:
    # Without user namespaces the sandbox is Landlock.
    subprocess.run(["sudo", "-n", "sysctl", "-qw", "kernel.apparmor_restrict_unprivileged_userns=0"], check=False)

lab = Path("labs/@LAB@")
submission = lab if lab.is_dir() else Path(".")
report = here / "grade.json"
ended = subprocess.run([kit / "lab", "--yes", "grade", "@ID@", "--from", submission, "--classroom50", report], check=False)
if ended.returncode not in (0, 1):
    sys.exit(f"@LAB@ could not be graded (the grader ended with {ended.returncode}). That is not the learner's fault.")

environment = os.environ
result = json.loads(report.read_text(encoding="utf-8"))
result.update({
    "classroom": environment["CLASSROOM"],
    "assignment": environment["ASSIGNMENT"],
    "assignment_type": environment.get("ASSIGNMENT_TYPE") or "individual",
    "owner": environment.get("OWNER") or environment["USERNAME"],
    "submission": environment["SUBMISSION_TAG"],
    "commit": environment["COMMIT_URL"],
    "release": environment["RELEASE_URL"],
    "review": environment.get("REVIEW_URL") or environment["COMMIT_URL"],
    "datetime": submitted(),
    "graded_at": now(),
})
Path("result.json").write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
