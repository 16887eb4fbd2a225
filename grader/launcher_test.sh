#!/bin/sh
# The launcher's questions and answers about missing packages, with an apt-get, a sudo and an id that only pretend.
#
#   launcher_test.sh SOURCE_DIR
#
# Its PATH is a folder of its own where `mold` is missing until the pretended apt-get brings it.
set -eu
lab=$1/lab
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failures=0

fake() { # $1: name; standard input: what it does
  { printf '#!/bin/sh\n'; cat; } >"$tmp/bin/$1"
  chmod +x "$tmp/bin/$1"
}

set_up() { # a machine without mold, a build folder with a grader that says who it is
  rm -rf "${tmp:?}/bin" "$tmp/build"
  mkdir -p "$tmp/bin" "$tmp/build/grader"
  for real in sh env dirname cat tail mkdir touch chmod rm grep; do ln -s "$(command -v "$real")" "$tmp/bin/$real"; done
  for there in g++ cmake ninja bwrap setpriv; do fake "$there" </dev/null; done
  echo 'echo 0' | fake id
  echo 'echo "sudo $*" >>'"$tmp/called"'; exec "$@"' | fake sudo
  fake apt-get <<END
echo "apt-get \$*" >>$tmp/called
[ "\$1" = update ] || { touch $tmp/bin/mold; chmod +x $tmp/bin/mold; }
END
  touch "$tmp/build/grader/build.ninja"
  printf '#!/bin/sh\necho "the grader runs: $*"\n' >"$tmp/build/grader/lockstep"
  chmod +x "$tmp/build/grader/lockstep"
  : >"$tmp/called"
}

# Each start leaves its words in $tmp/said and its exit status in $status.
clean() { env -i PATH="$tmp/bin" HOME="$tmp" SHELL=/bin/sh LOCKSTEP_BUILD_DIR="$tmp/build" "$@"; }
without_terminal() { status=0; clean "$lab" "$@" </dev/null >"$tmp/said" 2>&1 || status=$?; }
at_terminal() { # $1: what is typed, as printf writes it; then the launcher's words
  typed=$1 status=0
  shift
  # shellcheck disable=SC2059 # what is typed has escapes
  printf "$typed" | clean "$script" -qec "'$lab' $*" /dev/null >"$tmp/said" 2>&1 || status=$?
}

fail() { failures=$((failures + 1)); printf 'FAILED %s: %s\n' "$case" "$1"; sed 's/^/    /' "$tmp/said"; }
ends_with() { [ "$status" = "$1" ] || fail "exit status $status instead of $1"; }
says() { grep -qF -- "$1" "$tmp/said" || fail "does not say: $1"; }
is_silent_about() { ! grep -qF -- "$1" "$tmp/said" || fail "says: $1"; }
calls() { [ "$(cat "$tmp/called")" = "$1" ] || fail "called: $(cat "$tmp/called")"; }

update='apt-get update' install='apt-get install -y --no-install-recommends mold'
installed="$update
$install"

case='names the packages that grading needs, and installs nothing'
set_up
without_terminal --packages
ends_with 0
says 'libfmt-dev'
is_silent_about 'clang-tidy'
calls ''

case='with all packages, nothing is asked'
set_up
fake mold </dev/null
without_terminal list
ends_with 0
says 'the grader runs: list'
is_silent_about 'missing packages'
calls ''

case='--yes installs without asking'
set_up
without_terminal --yes list
ends_with 0
says 'missing packages: mold'
is_silent_about '[Y/n]'
says 'the grader runs: list'
calls "$installed"

case='a variable CI counts as --yes'
set_up
status=0
clean CI=true "$lab" list </dev/null >"$tmp/said" 2>&1 || status=$?
ends_with 0
calls "$installed"

case='without a terminal it does not ask but tells how'
set_up
without_terminal list
ends_with 3
says 'to install without being asked: ./lab --yes'
says "nothing was installed; the command is: $update && $install"
calls ''

case='no root: by way of sudo'
set_up
echo 'echo 1000' | fake id
without_terminal --yes list
ends_with 0
calls "sudo $update
$update
sudo $install
$install"

case='neither root nor sudo: the exact command'
set_up
echo 'echo 1000' | fake id
rm "$tmp/bin/sudo"
without_terminal --yes list
ends_with 3
says "  $update && $install"
calls ''

case='no Debian'
set_up
rm "$tmp/bin/apt-get"
without_terminal --yes list
ends_with 3
says 'this is no Debian or Ubuntu'

case='a failed installation shows the end of its log'
set_up
fake apt-get <<'END'
i=1
while [ $i -le 40 ]; do echo "line $i"; i=$((i + 1)); done
echo 'E: Unable to locate package mold' >&2
exit 100
END
without_terminal --yes list
ends_with 3
says 'E: Unable to locate package mold'
says 'line 40'
is_silent_about 'line 9'
says "the whole log is $tmp/build/install.log"
is_silent_about 'the grader runs'

case='an installation that brings nothing is no success'
set_up
fake apt-get </dev/null
without_terminal --yes list
ends_with 3
says 'still missing after the installation: mold'

case='a grader that does not build shows why'
set_up
fake mold </dev/null
printf 'echo "broken.cpp:1: no"\nexit 1\n' | fake ninja
without_terminal list
ends_with 3
says 'broken.cpp:1: no'
says 'the grader did not build'

building() { # a ninja that builds four files, in seconds that only pretend
  fake ninja <<'END'
case " $* " in
  *' -n '*) for step in 1 2 3 4; do echo "${NINJA_STATUS}step $step"; done ;;
  *)
    [ "$NINJA_STATUS" = '@ %f %t %e ' ] || { echo "the status is $NINJA_STATUS"; exit 1; }
    echo '@ 1 4 12.345 Building CXX object a.o'
    echo 'a.cpp:1: a note of the compiler'
    echo '@ 2 4 15.002 Building CXX object b.o'
    echo '@ 3 4 30.900 Building CXX object c.o'
    echo '@ 4 4 31.000 Linking CXX executable lockstep'
    ;;
esac
END
}

case='while the grader is built, a line now and then says how far it is'
set_up
fake mold </dev/null
building
without_terminal list
ends_with 0
says 'building the grader: 0 of 4 files'
says 'building the grader: 1 of 4 files, about 36 s left'
is_silent_about '2 of 4 files'
says 'building the grader: 3 of 4 files, about 10 s left'
is_silent_about 'a note of the compiler'
says 'the grader runs: list'
grep -q 'a note of the compiler' "$tmp/build/grader-build.log" || fail 'the log lacks what the compiler said'

all_packages() { # a machine on which nothing is missing for the self-test, with a cmake that tells how it was called
  set_up
  # With a cmp that finds the packages of the browser test installed.
  for there in mold clang++ clang-format clang-tidy shellcheck node npm chromium cmp mkdocs; do fake "$there" </dev/null; done
  echo "echo $tmp/cache" | fake ccache
  # shellcheck disable=SC2016 # for the fake to expand
  printf 'echo "cmake $*" >>%s\necho "compiles with ${CMAKE_CXX_COMPILER_LAUNCHER-no launcher}"\nexit 8\n' "$tmp/called" | fake cmake
}

for option in '' --quick --no-lint; do
  case="self-test $option hands over to cmake, and its exit status is cmake's"
  all_packages
  without_terminal self-test ${option:+"$option"}
  ends_with 8
  preset=${option#--}
  calls "cmake --workflow --preset ${preset:-test}"
done

case='the browser test is no reason for self-test to fail where its packages cannot be had'
all_packages
ln -s "$(command -v cp)" "$tmp/bin/cp"
echo 'exit 1' | fake cmp
printf 'echo "npm $*" >>%s\nexit 1\n' "$tmp/called" | fake npm
without_terminal self-test
ends_with 8
says 'the packages of the browser test cannot be had, so it is skipped'
calls 'npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1
cmake --workflow --preset test'

case='nor where the browser itself cannot be installed'
all_packages
rm "$tmp/bin/npm"
without_terminal self-test
ends_with 8
says 'so the test of the pages in a browser is skipped'

case='what was compiled before is not compiled again'
all_packages
without_terminal self-test
says 'compiles with ccache'

case='but for somebody who has another launcher of compilers, or wants none'
all_packages
status=0
clean CMAKE_CXX_COMPILER_LAUNCHER= "$lab" self-test </dev/null >"$tmp/said" 2>&1 || status=$?
ends_with 8
is_silent_about 'compiles with ccache'

case='nor where the compiler cache cannot be written'
all_packages
echo 'echo /proc/none' | fake ccache
without_terminal self-test
ends_with 8
says 'ccache cannot write to /proc/none, so everything is compiled anew'
says 'compiles with no launcher'

case='a missing compiler cache is no reason for self-test to fail'
all_packages
rm "$tmp/bin/ccache"
without_terminal self-test
ends_with 8
says 'so everything is compiled anew'
says 'compiles with no launcher'

case='self-test refuses what it does not know'
all_packages
without_terminal self-test 01
ends_with 2
says "self-test knows no '01'; accepted: --quick, --no-lint, --help"
calls ''

case='self-test refuses two options'
all_packages
without_terminal self-test --quick --no-lint
ends_with 2
says 'one option at most; found: --quick --no-lint'
calls ''

case='self-test --help needs nothing to be installed'
set_up
without_terminal self-test --help
ends_with 0
says './lab self-test --quick'
is_silent_about 'missing packages'
calls ''

script=$(command -v script || true)
if [ -z "$script" ]; then
  echo 'SKIPPED the answers at a terminal: there is no script(1)'
else
  for answer in 'y\n' 'Yes\n' '\n'; do
    case="asked at a terminal, '$answer' installs"
    set_up
    at_terminal "$answer" list
    ends_with 0
    says "run '$update && $install'? [Y/n]"
    says 'the grader runs: list'
    calls "$installed"
  done
  for answer in 'n\n' 'what\n' '\004'; do
    case="asked at a terminal, '$answer' does not install"
    set_up
    at_terminal "$answer" list
    ends_with 3
    says '[Y/n]'
    says "nothing was installed; the command is: $update && $install"
    calls ''
  done
  case='at a terminal one line, rewritten, says how far the grader is'
  set_up
  fake mold </dev/null
  building
  at_terminal '' list
  ends_with 0
  says "$(printf '\r\033[Klab: building the grader: 2 of 4 files, about 15 s left')"
  says "$(printf '\r\033[Kthe grader runs: list')"

  case='--plain at a terminal: a line now and then, and none is rewritten'
  set_up
  fake mold </dev/null
  building
  at_terminal '' --plain list
  ends_with 0
  says 'building the grader: 1 of 4 files, about 36 s left'
  is_silent_about "$(printf '\033')"
  says 'the grader runs: --plain list'

  case='--yes at a terminal does not ask'
  set_up
  at_terminal '' --yes list
  ends_with 0
  is_silent_about '[Y/n]'
  calls "$installed"
fi

[ "$failures" = 0 ]
