#!/bin/sh
# Compiles a submission's file. A function that it defines with the name of a library's becomes local to the object:
# nothing else in the program can call it. The object as it was compiled is kept for the grader to read.
#
#   localise.sh OBJECT NAMES KEPT COMMAND...
#
# NAMES is a file of names (taken_names.sh). Of weak functions only those of C: templates and inline functions of the
# libraries are weak as well, and the linker keeps one of each.
set -eu
object=$1
names=$2
kept=$3
shift 3
rm -f "$kept"
"$@"
defined=$(nm --defined-only --extern-only "$object")
taken=$(printf '%s\n' "$defined" | sed -n -e 's/^[0-9a-f]* T //p' -e '/ W _Z/d' -e 's/^[0-9a-f]* [Wi] //p' | grep -Fx -f "$names" || true)
if [ -n "$taken" ]; then
  mkdir -p "$(dirname "$kept")"
  cp "$object" "$kept"
  printf '%s\n' "$taken" >"$kept.names"
  objcopy --localize-symbols="$kept.names" "$object"
fi
