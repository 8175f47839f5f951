#!/usr/bin/env bash
# Shows that each committed mutation is caught by the tests that it names.
# run.sh [--built] [--some N | --only NAME... | --list]; --built: the test projects are built already (Debug), as test.sh leaves them.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if [ "${1:-}" = --built ]; then
  shift
else
  for project in Gegevensdeling.Tests Gegevensdeling.Documents.Tests Gegevensdeling.Engine.Tests Gegevensdeling.Local.Tests; do
    dotnet build "$root/tests/$project" -v quiet --nologo >&2
  done
fi
dotnet build "$here/Gegevensdeling.Mutations.csproj" -v quiet --nologo >&2
exec dotnet "$here/bin/Debug/net10.0/Gegevensdeling.Mutations.dll" "$root" "$@"
