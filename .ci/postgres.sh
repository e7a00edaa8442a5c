#!/usr/bin/env bash
# A PostgreSQL of its own for the tests, gone when it is stopped:
#   .ci/postgres.sh start   installs Debian's where it may, starts it and prints its address; fails where it cannot
#   .ci/postgres.sh stop ADDRESS
# Nothing but 127.0.0.1 reaches it. PostgreSQL refuses to run as root, so that root runs it as somebody else.
set -euo pipefail

find_binaries() {
  local folder
  for folder in "$(dirname "$(command -v initdb || echo /nowhere/initdb)")" /usr/lib/postgresql/*/bin; do
    [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && echo "$folder" && return
  done
  return 1
}

install() {
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "PostgreSQL is not installed, and only root can with apt-get." >&2
    return 1
  fi
  export DEBIAN_FRONTEND=noninteractive
  # A cluster that Debian would make and start is not needed.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] ||
    echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
  {
    timeout 120 apt-get update -qq && timeout 240 apt-get install -qq --no-install-recommends postgresql
  } >&2 </dev/null
}

as_owner() {
  if [ "$(id -u)" -ne 0 ]; then "$@"; else runuser -u "$(owner)" -- "$@"; fi
}

owner() {
  if id postgres >/dev/null 2>&1; then echo postgres; else echo nobody; fi
}

start() {
  local binaries folder port attempt
  binaries=$(find_binaries) || { install && binaries=$(find_binaries); } || return 1
  folder=$(mktemp -d "${TMPDIR:-/tmp}/verbatim-postgres-XXXXXX")
  [ "$(id -u)" -ne 0 ] || chown "$(owner)" "$folder"
  cd "$folder"
  as_owner "$binaries/initdb" -D "$folder/data" -U verbatim -A trust -E UTF8 --no-sync >"$folder/log" 2>&1 ||
    { cat "$folder/log" >&2; rm -rf "$folder"; return 1; }
  for attempt in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    if as_owner "$binaries/pg_ctl" -D "$folder/data" -l "$folder/data/log" -w -t 60 \
      -o "-h 127.0.0.1 -p $port -k '$folder' -F" start >&2; then
      # The folder's name comes back with the address, so that it can be stopped by that alone.
      echo "postgres://verbatim@127.0.0.1:$port/postgres?application_name=${folder##*/}"
      return
    fi
  done
  cat "$folder/data/log" >&2
  rm -rf "$folder"
  return 1
}

stop() {
  local folder="${TMPDIR:-/tmp}/${1##*application_name=}"
  case "$folder" in
    */verbatim-postgres-*) ;;
    *) echo "$1 was not started by this script." >&2; return 1 ;;
  esac
  cd "$folder"
  as_owner "$(find_binaries)/pg_ctl" -D "$folder/data" -m immediate -w stop >&2 || true
  cd /
  rm -rf "$folder"
}

case "${1:-}" in
  start) start ;;
  stop) stop "${2:?the address that start has printed}" ;;
  *) echo "Usage: .ci/postgres.sh start | stop ADDRESS" >&2; exit 2 ;;
esac
