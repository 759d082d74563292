#!/bin/sh
# A throw-away PostgreSQL server for the tests of the register.
#
#   deploy/postgresql-test.sh start   makes one and prints its address
#   deploy/postgresql-test.sh stop    stops it and removes everything it kept
#
#   KORDON_POSTGRESQL=$(deploy/postgresql-test.sh start) pytest -m postgresql
#
# It listens on a unix socket in its own folder and on nothing else, trusts whoever reaches that socket, and does
# not wait for the disk: it is for tests only. PostgreSQL refuses to run as root, so root hands it over to the
# user 'postgres', which Debian's package makes.
#
# KORDON_POSTGRESQL_FOLDER  where it lives (default: ${TMPDIR:-/tmp}/kordon-postgresql-UID)
# KORDON_POSTGRESQL_BIN     where initdb and pg_ctl are (default: the newest under /usr/lib/postgresql)
set -eu

folder=${KORDON_POSTGRESQL_FOLDER:-${TMPDIR:-/tmp}/kordon-postgresql-$(id -u)}
database=kordon_test

say() { printf '%s\n' "$*" >&2; }

bin=${KORDON_POSTGRESQL_BIN:-}
if [ -z "$bin" ]; then
    for candidate in /usr/lib/postgresql/*/bin; do
        [ -x "$candidate/initdb" ] && bin=$candidate
    done
fi
if [ ! -x "$bin/initdb" ]; then
    say "PostgreSQL is not installed; install it with 'apt-get install postgresql', or set KORDON_POSTGRESQL_BIN."
    exit 1
fi

if [ "$(id -u)" = 0 ]; then
    owner=postgres
    if ! id "$owner" >/dev/null 2>&1; then
        say "There is no user '$owner' to run PostgreSQL as; run this as an ordinary user."
        exit 1
    fi
    as_owner() { runuser -u "$owner" -- "$@"; }
else
    owner=$(id -un)
    as_owner() { "$@"; }
fi

running() { [ -f "$folder/data/postmaster.pid" ] && as_owner "$bin/pg_ctl" -D "$folder/data" status >/dev/null 2>&1; }

forget() { # only what this script made: a folder of something else stays
    if [ -e "$folder" ] && [ ! -f "$folder/data/PG_VERSION" ]; then
        rmdir "$folder" 2>/dev/null || {
            say "$folder is not a folder of this script; set KORDON_POSTGRESQL_FOLDER to another one."
            exit 1
        }
    fi
    rm -rf "$folder" "$folder.log"
}

start() {
    if ! running; then
        forget
        mkdir -m 700 "$folder"
        [ "$(id -u)" = 0 ] && chown "$owner" "$folder"
        cd "$folder"
        as_owner "$bin/initdb" -D "$folder/data" -U kordon -A trust -E UTF8 --locale=C.UTF-8 >"$folder.log" 2>&1 || {
            say "initdb failed; its words are in $folder.log."
            exit 1
        }
        as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -t 60 \
            -o "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c full_page_writes=off \
                -c synchronous_commit=off -c shared_buffers=32MB -c max_connections=40" start >>"$folder.log" 2>&1 || {
            say "The server did not start; see $folder.log and $folder/server.log."
            exit 1
        }
        as_owner "$bin/createdb" -h "$folder" -U kordon "$database"
        rm -f "$folder.log"
    fi
    encoded=$(printf '%s' "$folder" | sed 's,/,%2F,g')
    printf 'postgresql://kordon@/%s?host=%s\n' "$database" "$encoded"
}

stop() {
    if running; then
        cd "$folder"
        as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null
        cd /
    fi
    forget
}

case ${1:-} in
    start) start ;;
    stop) stop ;;
    *)
        say "Usage: $0 start|stop"
        exit 2
        ;;
esac
