#!/bin/sh
# What skipped_tests.sh makes of a log.
set -eu
log=$(mktemp)
trap 'rm -f "$log"' EXIT

cat >"$log" <<'LOG'
[ RUN      ] Backends/LimitsTest.MemoryIsLimited/bubblewrap
/kit/grader/process/backend_test.h:24: Skipped
this machine has no bubblewrap

[  SKIPPED ] Backends/LimitsTest.MemoryIsLimited/bubblewrap (12 ms)
[  SKIPPED ] 1 test, listed below:
[  SKIPPED ] Backends/LimitsTest.MemoryIsLimited/bubblewrap
[ RUN      ] A.Passes
[       OK ] A.Passes (0 ms)
[ RUN      ] A.B
/kit/a_test.cpp:7: Skipped
not here

[  SKIPPED ] A.B (0 ms)
LOG
expected='2 tests were skipped:
  A.B: not here
  Backends/LimitsTest.MemoryIsLimited/bubblewrap: this machine has no bubblewrap'
found=$("$(dirname "$0")/skipped_tests.sh" "$log")
[ "$found" = "$expected" ] || { printf 'expected:\n%s\nfound:\n%s\n' "$expected" "$found"; exit 1; }

echo '[       OK ] A.Passes (0 ms)' >"$log"
found=$("$(dirname "$0")/skipped_tests.sh" "$log")
[ "$found" = '0 tests were skipped.' ] || { printf 'found: %s\n' "$found"; exit 1; }
