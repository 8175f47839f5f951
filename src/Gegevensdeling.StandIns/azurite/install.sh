#!/usr/bin/env bash
# Installs the pinned Azurite beside this file, once for each lock file. Needs Node.js (20 was tried) and npm.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
installed=node_modules/.package-lock.gegevensdeling.json
cmp -s package-lock.json "$installed" && exit 0
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "Azurite heeft Node.js en npm nodig (op Debian: nodejs en npm)."
  exit 1
fi
echo "Azurite wordt geïnstalleerd; dat gebeurt één keer."
npm ci --no-audit --no-fund --loglevel=error
cp package-lock.json "$installed"
