#!/bin/sh
# The same seed gives the same trace, whichever compiler built the explorer and whatever carries the threads: explores
# the programs of the corpus with the explorers of two builds, on fibres and on real threads, and compares every step.
#
#   grader/explorer/corpus/same_traces.sh BUILD OTHER_BUILD
#
#   cmake --preset test && cmake --build --preset test --target corpus_traced
#   CXX=clang++ cmake --preset test -B /tmp/clang && cmake --build /tmp/clang --target corpus_traced
#   grader/explorer/corpus/same_traces.sh build/test /tmp/clang
#
# BUILD's programs must be explored alike by all four, and OTHER_BUILD's by both explorers. Where the compilers make
# other operations of the same source, the programs themselves differ: that is counted and listed, and no failure.
set -eu
[ $# -eq 2 ] || {
  sed -n '2,12s/^# \{0,1\}//p' "$0" >&2
  exit 2
}
sources=$(cd "$(dirname "$0")" && pwd)
build=$1/grader/explorer/corpus other=$2/grader/explorer/corpus
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# These hash addresses, which fibres have at the same place in each process and real threads have not: std::barrier the
# number of the thread, the free functions the shared_ptr's address, for one of a few mutexes.
by_address='barrier_arrive_and_drop_after_one_round atomic_free_functions_on_a_shared_ptr'

# traces NAME EXPLORER'S_BUILD PROGRAMS'_BUILD [VARIABLE=VALUE]: writes $results/NAME/PROGRAM
traces() {
  mkdir "$results/$1"
  export out="$results/$1" explorer="$2/corpus_traced" programs="$3"
  # What cannot be run again, or takes seconds for each schedule, is left out.
  # shellcheck disable=SC2016 # the variables are the inner shell's
  grep -L -e '^// finding: nondeterminism' -e '^// finding: time-out' "$sources"/buggy/*.cpp "$sources"/correct/*.cpp |
    env "${4-LC_ALL=C}" xargs -P "$(nproc)" -n 1 sh -c '
      name=$(basename "$0" .cpp)
      bypass=$(sed -n "s|^// bypass-bound: ||p" "$0")
      [ -z "$bypass" ] || export LOCKSTEP_EXPLORE_BYPASS="$bypass"
      LD_LIBRARY_PATH="$programs/$(basename "$(dirname "$0")")/$name" \
        "$explorer" 3>"$out/$name" >/dev/null 2>&1 || echo "exit status $?" >>"$out/$name"'
}

# compare NAME OTHER_NAME [PROGRAM...]: prints how many programs are alike, without those named, and which are not.
# Returns 1 when one is not.
compare() {
  one=$results/$1 two=$results/$2
  echo "$1 and $2:"
  shift 2
  alike=0 differ=
  for path in "$one"/*; do
    name=${path##*/}
    case " $* " in *" $name "*) continue ;; esac
    if cmp -s "$path" "$two/$name"; then alike=$((alike + 1)); else differ="$differ $name"; fi
  done
  # shellcheck disable=SC2086 # a list of words
  [ -z "$differ" ] || printf '  differs: %s\n' $differ
  echo "  $alike alike, $# left out"
  [ -z "$differ" ]
}

traces fibres "$build" "$build"
traces threads "$build" "$build" LOCKSTEP_EXPLORE_THREADS=1
traces other-fibres "$other" "$build"
traces other-threads "$other" "$build" LOCKSTEP_EXPLORE_THREADS=1
traces other-programs "$build" "$other"
traces other-programs-other-fibres "$other" "$other"
failed=0
compare fibres other-fibres || failed=1
# shellcheck disable=SC2086 # a list of words
compare fibres threads $by_address || failed=1
# shellcheck disable=SC2086 # likewise
compare fibres other-threads $by_address || failed=1
compare other-programs other-programs-other-fibres || failed=1
compare fibres other-programs || true # what the compilers make of the same source
exit $failed
