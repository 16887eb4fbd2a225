#!/bin/sh
# Opens the labs' solutions in the real clangd, as an editor would in a fresh checkout: before anything ran, and after the
# first ./lab.
#
#   clangd_test.sh SOURCE_DIR GRADER
set -eu
source_dir=${1:?usage: clangd_test.sh SOURCE_DIR GRADER}
grader=${2:?usage: clangd_test.sh SOURCE_DIR GRADER}

clangd=$(command -v clangd || command -v clangd-14 || true)
if [ -z "$clangd" ]; then
  # As GoogleTest writes it, for grader/skipped_tests.sh.
  printf 'clangd_test.sh: Skipped\nThere is no clangd here: apt-get install clangd\n\n[  SKIPPED ] cli.clangd (0 ms)\n'
  exit 77
fi

checkout=$(mktemp -d)
trap 'rm -rf "$checkout"' EXIT
cp -R "$source_dir/labs" "$source_dir/.clangd" "$checkout"
for lab in "$source_dir"/labs/*/; do
  name=$(basename "$lab")
  find "$source_dir/solutions/$name" -maxdepth 1 -type f \( -name '*.cpp' -o -name '*.h' \) -exec cp {} "$checkout/labs/$name" \;
done
mkdir -p "$checkout/grader"
cp -R "$source_dir/grader/kit" "$checkout/grader"

check() { # $1: a file. The features of an editor are tried on its first line alone: it is read whole all the same.
  said=$("$clangd" --check="$1" --check-lines=1 2>&1) && return 0
  printf '%s\n%s: clangd objects\n' "$said" "$1" >&2
  exit 1
}

tests=$(find "$checkout/labs" -path '*/tests/*_test.cpp' | sort | head -n 1)
check "$checkout/labs/01-primes/concurrent.cpp"
check "$tests"
LOCKSTEP_ROOT=$checkout LOCKSTEP_BUILD_DIR=$checkout/build "$grader" list >/dev/null
[ -e "$checkout/compile_commands.json" ] || { echo "./lab left no compile_commands.json" >&2; exit 1; }
rm "$checkout/.clangd" # so that it is the database that is tried
for lab in "$checkout"/labs/*/; do
  # A file that the learner writes: the biggest.
  file=$(sed -n '/^submit/,/\]/p' "$lab/lab.toml" | grep -o '"[^"]*"' | tr -d '"' | (cd "$lab" && xargs ls -S) | head -n 1)
  check "$lab$file"
done
check "$tests"
