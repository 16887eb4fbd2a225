#!/bin/sh
# Tests the pages in a browser, or says why it cannot: then the test counts as skipped, or as failed where
# LOCKSTEP_REQUIRE_BROWSER is set.
#
#   run_test.sh SAMPLES MODULES [PICTURES]     SAMPLES: the program that writes the pages
set -eu
samples=${1:?usage: run_test.sh SAMPLES MODULES [PICTURES]}
modules=${2:?usage: run_test.sh SAMPLES MODULES [PICTURES]}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)

skip() {
  # As GoogleTest writes it, for grader/skipped_tests.sh.
  printf 'page_test.mjs: Skipped\n%s\n\n[  SKIPPED ] page.browser (0 ms)\n' "$1"
  if [ -n "${LOCKSTEP_REQUIRE_BROWSER-}" ]; then exit 1; fi
  exit 77
}

command -v node >/dev/null || skip "There is no node: ./lab self-test installs it"
found=
for browser in chromium chromium-browser google-chrome; do
  if command -v "$browser" >/dev/null; then found=$browser; fi
done
[ -n "$found" ] || skip "There is no Chromium or Chrome here"
[ -e "$modules/node_modules/playwright-core" ] ||
  skip "The test's packages are missing: ./lab self-test installs them, where the registry of npm can be reached"

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
"$samples" "$pages"
ended=0
node "$here/page_test.mjs" "$modules" "$pages" ${3+"$3"} || ended=$?
[ "$ended" != 77 ] || skip "The browser cannot be started here: $found"
exit "$ended"
