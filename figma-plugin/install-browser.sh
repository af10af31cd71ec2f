#!/usr/bin/env bash
# Installs the browser the tests of the window need, from Debian's packages, when it is missing.
set -euo pipefail
[ -x "${CHROMIUM:-/usr/bin/chromium}" ] && exit 0
apt-get update -qq
apt-get install -y -qq chromium
