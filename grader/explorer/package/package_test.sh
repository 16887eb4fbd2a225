#!/bin/sh
# Installs the explorer from a build folder, moves it, and builds and runs the examples of docs/explorer-anywhere.md with it: each
# is a project of its own, outside this tree.
#
#   package_test.sh BUILD_DIR [EXAMPLE...]
#
# EXAMPLE: program, gtest, catch2, doctest; all of them where none is given. CXX is the compiler of the examples.
set -eu
build=$1
shift
page=docs/explorer-anywhere.md
there=$(mktemp -d)
trap 'rm -rf "$there"' EXIT
fail() { printf '%s\n' "$*" >&2; exit 1; }

built() { # $1: a project's folder; $2: a target
  if ! { cmake -S "$1" -B "$1/build" -DCMAKE_PREFIX_PATH="$there/moved" && cmake --build "$1/build" --target "$2"; } >"$there/log" 2>&1
  then
    cat "$there/log"
    fail "$1 does not build"
  fi
}

DESTDIR="$there/staged" cmake --install "$build" --component explorer --prefix /opt/lockstep >/dev/null
mv "$there/staged/opt/lockstep" "$there/moved"
if grep -rIl -e "$PWD" -e "$build" "$there/moved"; then fail "an installed text names the checkout or the build folder"; fi

# The page's files, and after `output` marks what its programs must end with and print.
awk -v there="$there" '
  /^<!-- (file|output): .* -->$/ { kind = $2; what = $0; sub(/^<!-- [a-z]+: /, "", what); sub(/ -->$/, "", what); next }
  what != "" && /^```[a-z]+$/ {
    inside = 1
    if (kind == "file:") { file = there "/" what; folder = file; sub(/\/[^\/]*$/, "", folder) }
    else { folder = there; file = there "/output" ++outputs; print what > file ".run" }
    system("mkdir -p \"" folder "\"")
    printf "" > file
    next
  }
  /^```$/ { if (inside) close(file); inside = 0; what = ""; next }
  inside { print > file }
' "$page"

if [ $# = 0 ]; then
  set -- program gtest doctest
  # The example is of version 2; a package of version 3 may lack -fPIC.
  if [ -e /usr/include/catch2/catch.hpp ]; then set -- "$@" catch2; else echo "no Catch2 of version 2: its example is left out"; fi
fi
for example in "$@"; do
  [ -e "$there/$example/CMakeLists.txt" ] || fail "$page has no project $example"
  # Of a test framework that takes long to compile, the twin alone.
  target=$(sed -n "s|^$example/\([a-z_]*\).*|\1|p" "$there"/output*.run)
  if [ "$example" = program ]; then target=all; fi
  built "$there/$example" "${target:-all}"
done

expect() { # $1: what must be printed, a line each; $2: example/program; $3: status; the rest: arguments of the program
  expected=$1 program=$2 status=$3
  shift 3
  case " $chosen " in *" ${program%%/*} "*) ;; *) return 0 ;; esac
  ended=0
  "$there/${program%%/*}/build/${program##*/}" "$@" >"$there/printed" 2>&1 || ended=$?
  [ "$ended" = "$status" ] || { cat "$there/printed"; fail "$program ended with $ended, not $status"; }
  while IFS= read -r line; do
    grep -qF -e "$line" "$there/printed" || { cat "$there/printed"; fail "$program did not print: $line"; }
  done <"$expected"
}

chosen="$*"
for run in "$there"/output*.run; do
  [ -e "$run" ] || fail "$page says nothing of what its programs print"
  eval "expect '${run%.run}' $(cat "$run")"
done

case " $chosen " in *" program "*)
  # The replay that a finding prints.
  "$there/program/build/account_explored" >"$there/printed" || true
  command=$(sed -n 's/^See every step: //p' "$there/printed")
  ended=0
  sh -c "$command" >"$there/replayed" || ended=$?
  [ "$ended" = 1 ] || { cat "$there/replayed"; fail "'$command' ended with $ended"; }
  grep -qF 'balance >= 0' "$there/replayed" || { cat "$there/replayed"; fail "'$command' shows another finding"; }
  ended=0
  LOCKSTEP_EXPLORE_STRATEGY=luck "$there/program/build/account_explored" 2>"$there/printed" || ended=$?
  [ "$ended" = 2 ] || fail "a wrong variable ends with $ended"
  grep -q exhaustive "$there/printed" || { cat "$there/printed"; fail "a wrong variable: what is accepted is not said"; }
  ;;
esac
case " $chosen " in *" gtest "*)
  ctest --test-dir "$there/gtest/build" --output-on-failure >"$there/printed" || { cat "$there/printed"; fail "the tests fail"; }
  grep -q 'QueueTest.HandsOutWhatWasPushed.explored .*Passed' "$there/printed" || { cat "$there/printed"; fail "no explored test"; }
  sed -i 's/^    filled_.notify_one();//' "$there/gtest/queue_test.cpp"
  cmake --build "$there/gtest/build" --target queue_test_explored >"$there/log" 2>&1 || { cat "$there/log"; fail "gtest"; }
  if "$there/gtest/build/queue_test_explored" >"$there/printed"; then fail "a missing notification is not found"; fi
  grep -q 'lost-wakeup in schedule' "$there/printed" || { cat "$there/printed"; fail "no lost wake-up is found"; }
  ;;
esac
case " $chosen " in *" program "*)
  # What cannot be explored is refused with the reason.
  refused() { # $1: what is said; the rest: options of CMake
    said=$1
    shift
    if cmake -S "$there/program" -B "$there/refused" -DCMAKE_PREFIX_PATH="$there/moved" "$@" >"$there/log" 2>&1; then
      fail "$* was accepted"
    fi
    tr -s ' \n' ' ' <"$there/log" | grep -q -e "$said" || { cat "$there/log"; fail "the reason is not said: $said"; }
    rm -rf "$there/refused"
  }
  refused '-fsanitize=address is in CMAKE_CXX_FLAGS' -DCMAKE_CXX_FLAGS=-fsanitize=address
  sed -i 's/lockstep_explore(account)/lockstep_explore(acount)/' "$there/program/CMakeLists.txt"
  refused 'there is no target acount'
  # Libraries of the project are explored, too.
  mkdir "$there/library"
  cat >"$there/library/CMakeLists.txt" <<'PROJECT'
cmake_minimum_required(VERSION 3.24)
project(library LANGUAGES CXX)
find_package(LockstepExplorer REQUIRED)
add_library(counter SHARED counter.cpp)
target_include_directories(counter PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/include)
target_compile_definitions(counter PUBLIC STEP=1)
add_library(everything INTERFACE)
target_link_libraries(everything INTERFACE counter)
add_executable(counts main.cpp)
target_compile_options(counts PRIVATE -Wall -Werror -O3 -fvisibility=hidden)
target_link_libraries(counts PRIVATE everything)
lockstep_explore(counts NAME counts_schedules)
PROJECT
  mkdir "$there/library/include"
  printf 'void count();\nint counted();\n' >"$there/library/include/counter.h"
  printf '#include "counter.h"\nstatic int n = 0;\nvoid count() { n += STEP; }\nint counted() { return n; }\n' \
    >"$there/library/counter.cpp"
  printf '#include <thread>\n#include "counter.h"\nint main() { std::thread t(count); count(); t.join(); return counted() - 2 * STEP; }\n' \
    >"$there/library/main.cpp"
  built "$there/library" counts_schedules
  if "$there/library/build/counts_schedules" >"$there/printed"; then fail "the race in a library is not found"; fi
  for shown in 'data-race in schedule' 'counter.cpp:3'; do
    grep -q "$shown" "$there/printed" || { cat "$there/printed"; fail "the race is not shown in the library"; }
  done
  ;;
esac
