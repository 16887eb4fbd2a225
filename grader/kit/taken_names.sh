#!/bin/sh
# The functions that a lab's programs have from libraries, a name a line: those of the C and C++ libraries, and of the
# archives named. Without the forms of operator new and delete, which programs may replace ([new.delete]).
#
#   taken_names.sh COMPILER ARCHIVE...
set -eu
compiler=$1
shift
{
  for library in libc.so.6 libm.so.6 libstdc++.so.6 libgcc_s.so.1; do
    nm --dynamic --defined-only "$("$compiler" -print-file-name=$library)" | sed -n -e 's/@.*//' -e 's/^[0-9a-f]* [TWi] //p'
  done
  # Of what is weak there, each object has a copy: templates, inline functions, what clang adds to all.
  nm --defined-only --extern-only "$@" | sed -n 's/^[0-9a-f]* T //p'
} | grep -v -e '^_Zn[wa]' -e '^_Zd[la]' | LC_ALL=C sort -u
