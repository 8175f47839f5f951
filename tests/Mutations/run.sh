#!/usr/bin/env bash
# Shows that each committed mutation is caught by the tests that it names: run.sh [--some N] [--only NAME] [--list].
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build "$here/Gegevensdeling.Mutations.csproj" -v quiet --nologo >&2
exec dotnet "$here/bin/Debug/net10.0/Gegevensdeling.Mutations.dll" "$(cd "$here/../.." && pwd)" "$@"
