#!/usr/bin/env python3
"""Runs the job of a workflow as a runner of GitHub Actions would, on folders in place of repositories.

usage: run_workflow.py WORKSPACE SUBMISSION [NAME=VALUE...]

WORKSPACE is an empty folder, SUBMISSION the learner's repository, whose .github/workflows/grade.yml is run. NAME=VALUE
is a variable of the organisation; LOCKSTEP_TEMPLATE names the folder of the template in place of a repository.
Around the workspace, WORKSPACE.cache holds what actions/cache keeps, WORKSPACE.artifacts what is uploaded, and
WORKSPACE.summary.md the steps' summaries. What a step prints goes to standard output, behind its name. Exit status: 0 when
the job succeeds.

Of the language of expressions it knows what the workflow uses, and refuses the rest.
"""
import os
import re
import shutil
import subprocess
import sys

import yaml


def fail(what):
    sys.exit(f"run_workflow.py: {what}")


class Job:
    def __init__(self, workspace, submission, variables):
        self.workspace, self.submission, self.variables = workspace, submission, variables
        self.outputs, self.failed, self.at_end = {}, False, []

    def value(self, term):
        term = term.strip()
        if re.fullmatch(r"'[^']*'", term):
            return term[1:-1]
        parts = term.split(".")
        known = {"vars": lambda: self.variables.get(parts[1], ""), "secrets": lambda: "",
                 "github": lambda: {"token": "token", "ref": "refs/heads/main"}[parts[1]],
                 "runner": lambda: {"os": "Linux"}[parts[1]],
                 "steps": lambda: self.outputs.get(parts[1], {}).get(parts[3], "")}
        if parts[0] not in known:
            fail(f"unknown: {term}")
        return known[parts[0]]()

    def expression(self, text):
        return next((value for value in map(self.value, text.split("||")) if value), "")

    def filled_in(self, text):
        return re.sub(r"\$\{\{(.*?)\}\}", lambda match: self.expression(match[1]), str(text))

    def holds(self, condition):
        if condition == "!cancelled()":
            return True
        if self.failed:
            return False
        match = re.fullmatch(r"(\S+) (==|!=) ('[^']*')", condition or "'' == ''")
        if not match:
            fail(f"unknown condition: {condition}")
        return (self.value(match[1]) == self.value(match[3])) == (match[2] == "==")

    def checkout(self, settings):
        source = settings.get("repository", self.submission)
        shutil.copytree(source, os.path.join(self.workspace, settings["path"]), symlinks=True)
        return True

    def cache(self, settings):
        store = os.path.join(self.workspace + ".cache", settings["key"])
        paths = settings["path"].split()
        print("cache:", "hit" if os.path.isdir(store) else "miss", settings["key"])
        if os.path.isdir(store):
            for path in paths:
                if os.path.exists(os.path.join(store, path)):
                    subprocess.run(["cp", "-a", "--parents", path, self.workspace], cwd=store, check=True)
            return True

        def save():
            os.makedirs(store)
            there = [path for path in paths if os.path.exists(os.path.join(self.workspace, path))]
            subprocess.run(["cp", "-a", "--parents", *there, store], cwd=self.workspace, check=True) if there else None
        self.at_end.append(save)
        return True

    def upload(self, settings):
        source = os.path.join(self.workspace, settings["path"])
        if os.path.isdir(source):
            shutil.copytree(source, os.path.join(self.workspace + ".artifacts", settings["name"]))
        return True

    def run(self, step, shell):
        files = {name: os.path.join(self.workspace, ".." , os.path.basename(self.workspace) + "." + name.lower())
                 for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            with open(file, "w", encoding="utf-8"):
                pass
        script = self.workspace + ".step.sh"
        with open(script, "w", encoding="utf-8") as file:
            file.write(self.filled_in(step["run"]))
        # What the documentation says of `shell: bash`.
        if shell != "bash":
            fail(f"unknown shell: {shell}")
        environment = dict(os.environ, **files, CI="true", GITHUB_ACTIONS="true", RUNNER_OS="Linux",
                           GITHUB_WORKSPACE=self.workspace)
        ended = subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", script], cwd=self.workspace,
                               env=environment, stdin=subprocess.DEVNULL)
        with open(files["GITHUB_OUTPUT"], encoding="utf-8") as file:
            lines = file.read().splitlines()
        if any("=" not in line for line in lines):
            fail(f"an output is no NAME=VALUE: {lines}")
        if "id" in step:
            self.outputs[step["id"]] = dict(line.split("=", 1) for line in lines)
        with open(files["GITHUB_STEP_SUMMARY"], encoding="utf-8") as file, \
                open(self.workspace + ".summary.md", "a", encoding="utf-8") as summary:
            summary.write(file.read())
        return ended.returncode == 0

    def step(self, step, shell):
        if not self.holds(step.get("if")):
            return
        print(f"##### {self.filled_in(step['name'])}", flush=True)
        if "run" in step:
            passed = self.run(step, shell)
        else:
            settings = {key: self.filled_in(value) for key, value in step["with"].items()}
            actions = {"actions/checkout": self.checkout, "actions/cache": self.cache,
                       "actions/upload-artifact": self.upload}
            passed = actions[step["uses"].split("@")[0]](settings)
        if not passed:
            print("##### this step failed", flush=True)
            self.failed = True


def main(workspace, submission, *settings):
    with open(os.path.join(submission, ".github/workflows/grade.yml"), encoding="utf-8") as file:
        workflow = yaml.safe_load(file)
    (job,) = workflow["jobs"].values()
    running = Job(os.path.abspath(workspace), os.path.abspath(submission), dict(each.split("=", 1) for each in settings))
    os.makedirs(running.workspace, exist_ok=True)
    for step in job["steps"]:
        running.step(step, job["defaults"]["run"]["shell"])
    if not running.failed:
        for end in running.at_end:
            end()
    return 1 if running.failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
