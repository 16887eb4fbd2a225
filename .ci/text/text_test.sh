#!/bin/sh
# That text.py finds broken links and words that learners should not read: on a little tree of its own.
#
#   text_test.sh
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
failures=0

set_up() { # a lab whose links resolve
  rm -rf "${tmp:?}/tree"
  mkdir -p "$tmp/tree/docs" "$tmp/tree/labs/01-one/tests" "$tmp/tree/solutions/01-one/hidden" \
    "$tmp/tree/grader/report/testdata"
  printf "# Words\n\n### Amdahl's law\n\nA limit.\n\n## The \`lab.toml\` of [a lab](../labs/01-one/README.md)\n" \
    >"$tmp/tree/docs/words.md"
  cat >"$tmp/tree/labs/01-one/README.md" <<'END'
# Lab 01

See [the law](../../docs/words.md#amdahls-law), [the file](../../docs/words.md#the-labtoml-of-a-lab), [the end](#the-end),
[the header](one.h) and [a page of the web](https://example.org/nothing).

## The end

Who closes the queue, and when? People who have more cores use them.
END
  printf '/// A consumer waits while the queue is empty.\n' >"$tmp/tree/labs/01-one/one.h"
  printf 'the mending of whoever\n' >"$tmp/tree/grader/report/testdata/README.md"  # what a tool wrote: not text of ours
}

# $1: what is checked; $2: a file of the tree; $3: a line, which is added; $4: what must be said, nothing: all is well
expect() {
  set_up
  [ -z "$2" ] || printf '%b\n' "$3" >>"$tmp/tree/$2"
  status=0
  said=$("$here/text.py" "$tmp/tree") || status=$?
  if [ -z "$4" ]; then
    [ "$status" -eq 0 ] && [ -z "$said" ] && return
  else
    [ "$status" -eq 1 ] && [ "$said" = "$4" ] && return
  fi
  printf 'FAILED: %s\n  exit status %s, said: %s\n  expected: %s\n' "$1" "$status" "$said" "$4" >&2
  failures=$((failures + 1))
}

lab=labs/01-one/README.md
subject="'a consumer that …', 'the thread that …'"
expect 'a tree without faults passes' '' '' ''
expect 'a link to a file that is not there' $lab '[x](two.h)' "$lab:9: the link two.h leads to no file"
expect 'a link to a heading that is not there' $lab '[x](../../docs/words.md#gustafsons-law)' \
  "$lab:9: words.md has no heading for the link ../../docs/words.md#gustafsons-law"
expect 'a link to a heading of the same page' $lab '[x](#no-end)' "$lab:9: README.md has no heading for the link #no-end"
expect 'what a check reads' labs/01-one/lab.toml 'read = "README.md#the-end"' ''
expect 'a heading that a check reads and that is not there' labs/01-one/lab.toml 'read = "README.md#no-end"' \
  'labs/01-one/lab.toml:1: README.md has no heading for the link README.md#no-end'
expect 'a link in a page of docs/' docs/words.md '\n[x](none.md)' 'docs/words.md:9: the link none.md leads to no file'
expect 'a word in a handout' $lab '\nWhoever waits' \
  "$lab:10: 'Whoever': write 'a thread that …', 'if you …'"
expect 'a word in a comment' labs/01-one/one.h '/// A dear number.' "labs/01-one/one.h:2: 'dear': write 'expensive'"
expect 'a word in a name' labs/01-one/one.h 'int dear_numbers = kDearRounds;' \
  "labs/01-one/one.h:2: 'dear': write 'expensive'
labs/01-one/one.h:2: 'kDear': write 'expensive'"
expect 'a word in a hidden test' solutions/01-one/hidden/one.cpp '"mend the test"' \
  "solutions/01-one/hidden/one.cpp:1: 'mend': write 'fix'"
expect 'a word in a solution' solutions/01-one/one.h '/// Who waits' \
  "solutions/01-one/one.h:1: 'Who': write $subject"
expect 'a phrase across the end of a line' labs/01-one/one.h '/// No core was to be\n/// had.' \
  "labs/01-one/one.h:2: 'to be had': write 'available'"
expect 'a subject "who" after a comma' $lab '\nWhen it is empty, who wants an item waits.' "$lab:10: ', who': write $subject"
expect 'a subject "who" at the start' $lab '\nWho wants an item waits.' \
  "$lab:10: 'Who': write $subject"
expect 'no word inside another one' $lab '\nA recommended, amended, endearing word.' ''

[ "$failures" -eq 0 ] || exit 1
