#!/bin/sh
# Says how many tests of a run were skipped and which, so that no proof is missing unnoticed. Reads CTest's log, which has
# the output of all tests, also of programs that CTest takes for one test.
#
#   skipped_tests.sh LAST_TEST_LOG
set -eu
log=${1:?usage: skipped_tests.sh LAST_TEST_LOG}
awk '
  /^[^ ].*: Skipped$/ { getline reason; next }
  /^\[  SKIPPED \] [^ ]+ \([0-9]+ ms\)/ { if (!($4 in why)) { count++; why[$4] = reason } reason = ""; next }
  END {
    print (count + 0) " tests were skipped" (count ? ":" : ".")
    for (name in why) print "  " name ": " why[name] | "sort"
  }' "$log"
