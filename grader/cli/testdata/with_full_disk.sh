#!/bin/sh
# Runs a command while the disk that holds a folder is full. To be started in a mount namespace of its own: the folder
# is laid over by a copy of it on a small disk in memory, and nothing that happens there is seen outside.
#
#   with_full_disk.sh FOLDER LEFT_KB COMMAND...
#
# Prints what became of FOLDER/record.json after the command's own output, and ends with the command's status.
set -eu
folder=$1 left_kb=$2
shift 2
mkdir -p "$folder"
disk=$(mktemp -d)
spare_kb=65536
mount -t tmpfs -o "size=$(($(du -sk "$folder" | cut -f 1) + spare_kb))k,mode=755" tmpfs "$disk"
cp -a "$folder/." "$disk"
mount --bind "$disk" "$folder"
umount "$disk"
rmdir "$disk"
echo '{"01-tiny": {"points": 7, "max_points": 20, "hints": 1}}' >"$folder/record.json"
head -c "$(($(df -k --output=avail "$folder" | tail -n 1) - left_kb))k" /dev/zero >"$folder/filling"
status=0
"$@" || status=$?
cat "$folder/record.json"
exit "$status"
