#!/bin/sh
# Are the grader's sources still such that several make one translation unit, as the launcher builds them? Two files of
# a part that give different things one name, each in an unnamed namespace, are not.
#
#   unity_test.sh SOURCE_DIR BUILD_DIR
#
# Parses only, and only what changed since it last passed.
set -eu
source_dir=$1 build=$2
mkdir -p "$build"
cat >"$build/parse" <<'END'
#!/bin/sh
# Stands before a command of the compiler: parses, links nothing, and leaves an empty file for Ninja.
"$@" -fsyntax-only || exit
while [ "$1" != -o ]; do shift; done
: >"$2"
END
chmod +x "$build/parse"
cmake -S "$source_dir" --preset release -B "$build" -DCMAKE_CXX_COMPILER_LAUNCHER="$build/parse" \
  -DCMAKE_CXX_LINKER_LAUNCHER="$build/parse" >/dev/null
# shellcheck disable=SC2046 # a list of files, none with a blank in it
ninja -C "$build" $(ninja -C "$build" -t targets all | sed -n 's/^\(.*Unity.*\.o\): .*/\1/p')
