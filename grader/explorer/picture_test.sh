#!/bin/sh
# Is the picture of the explorer's parts in the document the one that the build makes of its targets?
#
#   picture_test.sh PICTURE DOCUMENT
set -eu
# shellcheck disable=SC2016 # the marks are those of Markdown, not of the shell
if sed -n '/^```mermaid$/,/^```$/{/^```/d;p}' "$2" | diff - "$1"; then exit 0; fi
echo "$2: the picture of the parts is not what the build says (lines with >). Put $1 there." >&2
exit 1
