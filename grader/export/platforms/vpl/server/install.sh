#!/bin/bash
# Makes /opt/lockstep ready to grade. Run it as root, once, and again after each new export.
set -euo pipefail
kit=${LOCKSTEP_KIT:-/opt/lockstep}
cd "$kit"
./lab --yes --install
status=0
./lab grade @ID@ || status=$?
# 1: points are missing, as they should.
[ "$status" -le 1 ]
