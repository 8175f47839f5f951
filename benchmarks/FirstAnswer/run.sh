#!/usr/bin/env bash
# How long from the start of the process until the local host answers: five starts on an empty data folder, median last; then on the Azure adapters.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
dotnet build "$root/src/Gegevensdeling.Local" -c Release -v quiet --nologo >&2
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
measure() { # what, arguments of serve...
  local what=$1 times=() round begin host
  shift
  for round in 1 2 3 4 5; do
    begin=$(date +%s%N)
    dotnet "$root/src/Gegevensdeling.Local/bin/Release/net10.0/Gegevensdeling.Local.dll" serve \
      --data "$data/$what-$round" --protocollen "$root/protocols" --url http://127.0.0.1:7399 "$@" >/dev/null 2>&1 &
    host=$!
    until curl -sf http://127.0.0.1:7399/gezondheid >/dev/null; do
      kill -0 "$host"
      sleep 0.02
    done
    times+=($((($(date +%s%N) - begin) / 1000000)))
    kill -TERM "$host"
    wait "$host" || true
  done
  echo "$what: ${times[*]} ms, median $(printf '%s\n' "${times[@]}" | sort -n | sed -n 3p) ms"
}
echo "$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2 | sed 's/^ //'), $(nproc) cores"
measure embedded
measure azurite --azurite
