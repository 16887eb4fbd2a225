#!/bin/sh
# That check.py finds commands that the kit would refuse, and that run.py sees one fail: on a little tree of its own.
#
#   commands_test.sh BUILD      a build folder of the preset `test`
# shellcheck disable=SC2016 # backticks are those of Markdown
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
build=$1
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failures=0

set_up() { # a tree whose commands are all right
  rm -rf "${tmp:?}/tree"
  mkdir -p "$tmp/tree/.ci/commands" "$tmp/tree/grader" "$tmp/tree/docs" "$tmp/tree/labs/01-one"
  cp "$here/../../CMakePresets.json" "$tmp/tree"
  cp "$here/../../labs/01-primes/CMakePresets.json" "$tmp/tree/labs/01-one"
  echo 'lockstep_program(one_bench bench/one.cpp)' >"$tmp/tree/labs/01-one/CMakeLists.txt"
  echo 'add_test(one) # LABELS quick' >"$tmp/tree/CMakeLists.txt"
  echo 'cmake_minimum_required(VERSION 3.25)' >"$tmp/tree/grader/part.cmake"
  # shellcheck disable=SC2016 # a program of the little tree
  echo ': "${LOCKSTEP_LONG-}"' >"$tmp/tree/lab"
  cp "$here"/*.py "$here/before.sh" "$tmp/tree/.ci/commands"
  cat >"$tmp/tree/.ci/commands/known.toml" <<'END'
[places]
NN = "01"
DIR = "dir"
[there]
folders = ["dir"]
[[command]]
text = "echo *"
cheap = true
END
  cat >"$tmp/tree/README.md" <<'END'
# One

    ./lab grade 01 --from DIR   # comments are no words
    echo written >said
    LOCKSTEP_LONG=1 build/test/grader/text/text_test --gtest_filter=*

Between backticks: `./lab explore --strategy`, `./lab --yes self-test --quick`, `ctest --preset test -L quick`, and what is
broken over the end of a line, `./lab verify NN
--repeat 2`. This is code, not commands:

    int main() {}

After code comes text.
END
  cat >"$tmp/tree/labs/01-one/README.md" <<'END'
# Lab 01

    cmake --preset release && cmake --build --preset release --target one_bench && build/release/one_bench
END
}

fail() { # $1: what is checked; $2: what was expected
  printf 'FAILED: %s\n  exit status %s, said: %s\n  expected: %s\n' "$1" "$status" "$said" "$2" >&2
  failures=$((failures + 1))
}

# $1: what is checked; $2: a file of the tree; $3: text that is added; $4: what must be said, nothing: all is well
expect() {
  set_up
  [ -z "$2" ] || printf '%b\n' "$3" >>"$tmp/tree/$2"
  status=0
  said=$("$tmp/tree/.ci/commands/check.py" "$build" "$tmp/tree") || status=$?
  if [ -z "$4" ]; then
    [ "$status" -eq 0 ] && [ -z "$said" ] && return
  elif [ "$status" -eq 1 ]; then
    case $said in *"$4"*) return ;; esac
  fi
  fail "$1" "$4"
}

expect 'a tree with right commands passes' '' '' ''
expect 'a misspelt option' README.md '\n    ./lab grade 01 --form DIR' "README.md:15: './lab grade 01 --form DIR': "
expect 'a misspelt option between backticks' README.md '`./lab grade NN --form DIR`' "README.md:14: './lab grade NN --form DIR': "
expect 'an option of another subcommand, alone' README.md '`./lab test --strategy`' "'./lab test --strategy': "
expect 'a subcommand that does not exist' README.md '\n    ./lab marks 01' 'there is no subcommand "marks"'
expect 'a subcommand between backticks' README.md '`./lab marks`' 'there is no subcommand "marks"'
expect 'a value that is not accepted' README.md '\n    ./lab completion csh' "'./lab completion csh': "
expect 'a value that is missing in a block' README.md '\n    ./lab mutant 01' "'./lab mutant 01': "
expect 'an option of the launcher' README.md '`./lab self-test --slow`' 'self-test has no "--slow"'
expect 'a misspelt program among commands' README.md '\n    ./lab grade 01\n    ./lba test 01' \
  "README.md:16: './lba test 01': there is no program ./lba"
expect 'an unknown program among commands' README.md '\n    ./lab grade 01\n    lba test 01' "README.md:16: 'lba test 01' begins with"
expect 'a place-holder that nothing stands for' README.md '\n    ./lab grade 01 --from FOLDER' \
  "nothing is known to stand for 'FOLDER'"
expect 'a preset' README.md '\n    cmake --preset fast' 'has no configure preset fast'
expect 'a preset of a lab' labs/01-one/README.md '\n    cmake --build --preset test' '01-one/CMakePresets.json has no build preset test'
expect 'a program of a lab' labs/01-one/README.md '\n    cmake --build --preset release --target two' 'makes no program two'
expect 'a target' README.md '\n    ninja -C build/test none_bench' 'there is no target none_bench'
expect 'a program of the build' README.md '\n    build/test/grader/none_test' 'the build makes no program build/test/grader/none_test'
expect 'a filter that fits no test' README.md '\n    build/test/grader/text/text_test --gtest_filter=None.*' \
  'has no test that fits None.*'
expect 'a label' README.md '`ctest --test-dir build/test -L slow`' 'no test has the label slow'
expect 'a variable that nothing reads' README.md '`LOCKSTEP_SHORT=1 ./lab`' 'nothing reads the variable LOCKSTEP_SHORT'
expect 'a row of the table that fits nothing' .ci/commands/known.toml '[[command]]\ntext = "./lab watch 01"\nnot_run = "a"' \
  "no page has a command that fits './lab watch 01'"

# $1: what is checked; $2: text that is added to README.md; $3: exit status; $4: what must be said
expect_run() {
  set_up
  printf '%b\n' "$2" >>"$tmp/tree/README.md"
  status=0
  said=$("$tmp/tree/.ci/commands/run.py" --cheap "$build" --scratch "$tmp/scratch") || status=$?
  if [ "$status" = "$3" ]; then case $said in *"$4"*) return ;; esac; fi
  fail "$1" "$4"
}

expect_run 'commands run in the copy' '' 0 '1 ran, 0 failed'
if [ ! -e "$tmp/scratch/said" ] || [ -e "$tmp/tree/said" ]; then fail 'what a command writes lies in the copy' 'said'; fi
expect_run 'another exit status than the page promises' '\n    echo out && false' 1 'README.md:15: exit status 1, not 0: echo out && false'

[ "$failures" -eq 0 ] || exit 1
