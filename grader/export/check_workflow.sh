#!/bin/sh
# Lets GitHub's own parser read the workflow, or says why it cannot: then the test counts as skipped, or as failed where
# LOCKSTEP_REQUIRE_BROWSER is set, since both tests need the same packages.
#
#   check_workflow.sh MODULES
set -eu
modules=${1:?usage: check_workflow.sh MODULES}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)

skip() {
  # As GoogleTest writes it, for grader/skipped_tests.sh.
  printf 'check_workflow.mjs: Skipped\n%s\n\n[  SKIPPED ] export.workflow_is_as_github_reads_it (0 ms)\n' "$1"
  if [ -n "${LOCKSTEP_REQUIRE_BROWSER-}" ]; then exit 1; fi
  exit 77
}

command -v node >/dev/null || skip "There is no node: ./lab self-test installs it"
[ -e "$modules/node_modules/@actions/workflow-parser" ] ||
  skip "The test's packages are missing: ./lab self-test installs them, where the registry of npm can be reached"
exec node --no-warnings "$here/check_workflow.mjs" "$modules" "$here/platforms/classroom/.github/workflows/grade.yml" \
  "$here"/../../.github/workflows/*.yml
