#!/bin/sh
# Tests the site of the documentation, or says why it cannot: then the test counts as skipped, or as failed where
# LOCKSTEP_REQUIRE_BROWSER is set, as in CI.
#
#   site_test.sh make                        makes it as the workflow does: each `run` of the job `build` but the installation
#   site_test.sh browse MODULES [PICTURES]   opens it in a browser; MODULES as for grader/page/browser/run_test.sh
set -eu
cd "$(dirname "$0")/../.."

skip() { # $1: the test, $2: why
  # As GoogleTest writes it, for grader/skipped_tests.sh.
  printf 'docs/site/site_test.sh: Skipped\n%s\n\n[  SKIPPED ] %s (0 ms)\n' "$2" "$1"
  if [ -n "${LOCKSTEP_REQUIRE_BROWSER-}" ]; then exit 1; fi
  exit 77
}

case ${1-} in
  make)
    /usr/bin/python3 -c 'import sys, mkdocs.utils; sys.exit("material" not in mkdocs.utils.get_theme_names())' 2>/dev/null ||
      skip docs.site "Debian's package mkdocs-material is missing: ./lab self-test installs it"
    rm -rf build/site
    steps=$(/usr/bin/python3 - <<'END'
import yaml
for step in yaml.safe_load(open(".github/workflows/pages.yml"))["jobs"]["build"]["steps"]:
    if "run" in step and "apt-get" not in step["run"]:
        print(step["run"])
END
    )
    sh -euc "$steps"
    [ -e build/site/index.html ] || { echo "the workflow's steps leave no build/site/index.html: $steps"; exit 1; }
    ;;
  browse)
    modules=${2:?usage: site_test.sh browse MODULES [PICTURES]}
    [ -e build/site/index.html ] || skip docs.site_in_browser "The test docs.site has made no site"
    command -v node >/dev/null || skip docs.site_in_browser "There is no node: ./lab self-test installs it"
    [ -e "$modules/node_modules/playwright-core" ] ||
      skip docs.site_in_browser "The packages of the browser test are missing: ./lab self-test installs them"
    ended=0
    node docs/site/site_test.mjs "$modules" build/site ${3+"$3"} || ended=$?
    [ "$ended" != 77 ] || skip docs.site_in_browser "There is no Chromium or Chrome here that can be started"
    exit "$ended"
    ;;
  *)
    sed -n '5,6s/^# *//p' "$0" >&2
    exit 2
    ;;
esac
