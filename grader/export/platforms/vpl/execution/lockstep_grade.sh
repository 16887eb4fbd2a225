#!/bin/bash
# Grades the files of this folder. Nobody but root may write the kit's build folder, so each evaluation has a copy of it in its
# place, in a mount namespace of its own.
#
#   lockstep_grade.sh report|grade
set -uo pipefail
kit=${LOCKSTEP_KIT:-/opt/lockstep}
here=$PWD

not_graded() { # without a grade: that is no zero
  printf '<|--\n-Not graded\n>%s\n>That is not your fault: tell your instructor.\n--|>\n' "$1"
  exit 0
}

[ -x "$kit/lab" ] || not_graded "There is no $kit/lab on the execution server: server/install.sh was not run."
build=$(mktemp -d)
submission=$(mktemp -d)
trap 'rm -rf "$build" "$submission"' EXIT
cp -a "$kit/build/." "$build/" || not_graded "The kit's build folder cannot be copied."
IFS=, read -r -a files <<<"@FILES@"
for file in "${files[@]}"; do
  if [ -f "$here/$file" ]; then mkdir -p "$submission/$(dirname "$file")" && cp -P "$here/$file" "$submission/$file"; fi
done
hidden=
[ ! -d "$kit/solutions/@LAB@/hidden" ] || hidden=--hidden
bwrap --dev-bind / / true 2>/dev/null || not_graded "The execution server allows no user namespaces."

lab() { bwrap --dev-bind / / --bind "$build" "$kit/build" -- "$kit/lab" "$@"; }
status=0
log=$build/lockstep.log
# shellcheck disable=SC2086 # an option or nothing
case $1 in
  report) lab --plain grade @ID@ --from "$submission" $hidden ;;
  grade)
    lab grade @ID@ --from "$submission" $hidden --vpl "$build/lockstep.vpl" >"$log" 2>&1 || status=$?
    [ "$status" -le 1 ] || not_graded "The grader ended with $status."
    cat "$build/lockstep.vpl"
    ;;
esac
