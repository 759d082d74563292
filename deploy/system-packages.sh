#!/bin/sh
# Installs what the tests need beyond Python, where this user may: Chromium for the browser tests, PostgreSQL for the server
# variant of the register, Java for Spark, minisign, which checks what we sign, systemd, which checks the units in this
# folder, and R with surveillance, whose bounds our alarms are compared with. Without them those tests are skipped, each
# with a sentence.
set -eu

missing=
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing="$missing postgresql"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
command -v minisign >/dev/null 2>&1 || missing="$missing minisign"
command -v systemd-analyze >/dev/null 2>&1 || missing="$missing systemd"
Rscript -e 'packageVersion("surveillance")' >/dev/null 2>&1 || missing="$missing r-base-core r-cran-surveillance"
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "Install with your system's package manager:$missing." >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "Run as root, or: sudo apt-get install$missing" >&2
  exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
# shellcheck disable=SC2086
apt-get install -y -qq --no-install-recommends $missing fonts-dejavu-core >/dev/null
