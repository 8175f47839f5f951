#!/usr/bin/env bash
# Starts Gegevensdeling on this machine: ./run.sh, or ./run.sh COMMAND (demo, verify, lint, publiceer, ...; each with --help).
# With --azurite (alone, or after serve or demo) everything is kept as in Azure: in Azurite, and in servers that speak as Key Vault and Graph do.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project="$here/src/Gegevensdeling.Local/Gegevensdeling.Local.csproj"
program="$here/src/Gegevensdeling.Local/bin/Release/net10.0/Gegevensdeling.Local.dll"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
log=$(mktemp)
if ! dotnet build "$project" -c Release -v quiet --nologo >"$log" 2>&1; then
  cat "$log" >&2
  rm -f "$log"
  exit 2
fi
rm -f "$log"

[ $# -gt 0 ] || set -- serve --data "$here/.local"
[ "$1" != --azurite ] || set -- serve "$@"
for word in "$@"; do
  [ "$word" != --azurite ] || "$here/src/Gegevensdeling.StandIns/azurite/install.sh" >&2 || exit 2
done
case $1 in
  serve | demo | publiceer | herstel | sleutel) set -- "$@" --protocollen "$here/protocols" ;;
  audit) [ "${2:-}" != uitvoer ] || set -- "$@" --protocollen "$here/protocols" ;;
  lint) [ $# -gt 1 ] || set -- lint "$here/protocols" ;;
esac
exec dotnet "$program" "$@"
