#!/bin/sh
# Runs a test program once more as a user without privileges. Ends with 77 (skipped) where that cannot be tried.
#
#   as_nobody.sh PROGRAM ARGUMENT...
set -eu
[ "$(id -u)" = 0 ] || { echo "not root: the tests have run as an ordinary user already"; exit 77; }
command -v setpriv >/dev/null || { echo "setpriv (util-linux) is missing"; exit 77; }
as_nobody='setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all'
$as_nobody test -x "$1" || { echo "$1 cannot be reached by others than root"; exit 77; }
HOME=/ exec $as_nobody "$@"
