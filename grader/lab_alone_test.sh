#!/bin/sh
# Builds a lab alone, as an IDE would, with its reference solution in place of the skeleton, and runs its tests.
#
#   lab_alone_test.sh SOURCE_DIR LAB BUILD_DIR JOIN
#
# JOIN: 1 to compile files of tests as one where the grader does so, which is faster; 0 to compile each alone
set -eu
source_dir=$1 lab=$2 build_dir=$3 join=$4
rm -rf "$build_dir/source"
mkdir -p "$build_dir/source"
cp -R "$source_dir/labs/$lab/." "$build_dir/source"
find "$source_dir/solutions/$lab" -maxdepth 1 -type f -exec cp {} "$build_dir/source" \;
cmake -S "$build_dir/source" -B "$build_dir/build" -G Ninja -DLOCKSTEP_KIT="$source_dir/grader/kit" \
  -DLOCKSTEP_JOIN_TESTS="$join" >/dev/null
cmake --build "$build_dir/build"
ctest --test-dir "$build_dir/build" --output-on-failure
