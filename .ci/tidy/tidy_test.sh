#!/bin/sh
# That tidy.py lints what it must and remembers what it may: on a little tree of its own, with the real clang-tidy.
#
#   tidy_test.sh
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failures=0

set_up() { # three files in one target, two of them with the same name in an unnamed namespace, and one that is left out
  rm -rf "${tmp:?}/tree" "$tmp/cache" "$tmp/build"
  mkdir -p "$tmp/tree/.ci/tidy" "$tmp/tree/grader/wrong" "$tmp/tree/labs" "$tmp/tree/solutions" "$tmp/build"
  cp "$here"/*.py "$tmp/tree/.ci/tidy"
  echo 'grader/wrong/*  # wrong on purpose' >"$tmp/tree/.ci/tidy/left-out"
  printf 'Checks: "-*,clang-diagnostic-*,misc-unused-using-decls,readability-identifier-naming"\nWarningsAsErrors: "*"\nHeaderFilterRegex: "/grader/"\nCheckOptions:\n  - {key: readability-identifier-naming.FunctionCase, value: lower_case}\n' >"$tmp/tree/.clang-tidy"
  echo 'inline int two() { return 2; }' >"$tmp/tree/grader/two.h"
  printf '#include "two.h"\nnamespace {\nint own() { return two(); }\n}\nint a() { return own(); }\n' >"$tmp/tree/grader/a.cpp"
  printf '#include <cstddef>\nnamespace {\nint own() { return 3; }\n}\nint b() { return own(); }\n' >"$tmp/tree/grader/b.cpp"
  printf 'int main() {}\n' >"$tmp/tree/grader/c.cpp"
  printf 'int Wrong() { return 1; }\n' >"$tmp/tree/grader/wrong/wrong.cpp"
  commands a.cpp b.cpp c.cpp
}

commands() { # $@: the files that the build compiles
  {
    separator='['
    for file in "$@"; do
      printf '%s\n{"directory": "%s", "command": "clang++ -std=gnu++20 -o x.o -c %s", "file": "%s"}' \
        "$separator" "$tmp/build" "$tmp/tree/grader/$file" "$tmp/tree/grader/$file"
      separator=,
    done
    echo ']'
  } >"$tmp/build/compile_commands.json"
}

tidy() { status=0; LOCKSTEP_TIDY_CACHE=$tmp/cache "$tmp/tree/.ci/tidy/tidy.py" "$tmp/build" >"$tmp/said" 2>&1 || status=$?; }
fail() { failures=$((failures + 1)); printf 'FAILED %s: %s\n' "$case" "$1"; sed 's/^/    /' "$tmp/said"; }
ends_with() { [ "$status" = "$1" ] || fail "exit status $status instead of $1"; }
says() { grep -qF -- "$1" "$tmp/said" || fail "does not say: $1"; }
clean() { ends_with 0; says "3 files: $1 passed before, $2 linted"; }

case='what passed is not linted again'
set_up
tidy
clean 0 3
says '1 left out'
tidy
clean 3 0

case='a changed file is linted again, and no other'
echo '// more' >>"$tmp/tree/grader/b.cpp"
tidy
clean 2 1

case='a changed header: what includes it'
echo '// more' >>"$tmp/tree/grader/two.h"
tidy
clean 2 1

case='a changed .clang-tidy: all'
echo '# more' >>"$tmp/tree/.clang-tidy"
tidy
clean 0 3

case='a .clang-tidy nearer by: all below it'
printf 'InheritParentConfig: true\nChecks: "-readability-identifier-naming"\n' >"$tmp/tree/grader/.clang-tidy"
tidy
clean 0 3

case='a changed command: what it compiles'
sed -i '/b.cpp/s/-std=gnu++20/-std=gnu++20 -DMORE/' "$tmp/build/compile_commands.json"
tidy
clean 2 1

case='another checkout with the same files: nothing'
mv "$tmp/tree" "$tmp/other" && mkdir "$tmp/tree" && mv "$tmp/other" "$tmp/tree/checkout"
sed -i "s,$tmp/tree/,$tmp/tree/checkout/,g" "$tmp/build/compile_commands.json"
mv "$tmp/tree" "$tmp/moved" && ln -s moved/checkout "$tmp/tree"
sed -i "s,$tmp/tree/checkout/,$tmp/moved/checkout/,g" "$tmp/build/compile_commands.json"
tidy
clean 3 0
rm "$tmp/tree" && rm -rf "$tmp/moved"

case='a failure is reported each time, by file and line, and does not hide what passes beside it'
set_up
echo 'int BadName() { return 0; }' >>"$tmp/tree/grader/b.cpp"
for _ in 1 2; do
  tidy
  ends_with 1
  says 'grader/b.cpp:6:5: error: invalid case style for function'
done
says '3 files: 2 passed before, 1 linted'

case='a fault in a header is reported'
set_up
echo 'inline int BadName() { return 0; }' >>"$tmp/tree/grader/two.h"
tidy
ends_with 1
says "two.h:2:12: error: invalid case style for function 'BadName'"

case='what a check looks for in the main file alone is found in joined files too'
set_up
printf '#include <vector>\nusing std::vector;\n' >>"$tmp/tree/grader/b.cpp"
tidy
ends_with 1
says "b.cpp:7:12: error: using decl 'vector' is unused"

case='what does not compile is reported, with the reason'
set_up
echo 'int d() { return missing(); }' >>"$tmp/tree/grader/a.cpp"
tidy
ends_with 1
says "use of undeclared identifier 'missing'"

case='a file that nothing compiles is a mistake, with its name'
set_up
commands a.cpp c.cpp
tidy
ends_with 2
says 'grader/b.cpp'
says 'no compile command for'

case='a file that is left out without a reason is a mistake'
set_up
echo 'grader/b.cpp' >>"$tmp/tree/.ci/tidy/left-out"
tidy
ends_with 2
says "left-out:2: say why 'grader/b.cpp' is left out"

[ "$failures" = 0 ]
