#!/usr/bin/env bash
# Locks the retention of audit chain and evidence. Until then an administrator can still take it away; afterwards nobody can, Microsoft included.
set -euo pipefail

help() {
  cat <<'EINDE'
Gebruik: logboek-vergrendelen.sh --groep GROEP --account ACCOUNT --definitief

Vergrendelt het bewaarbeleid van de containers audit en bewijs. Dat kan niet ongedaan
gemaakt worden: de termijn kan daarna enkel nog langer worden, ten hoogste vijf keer,
en het account kan niet weg zolang er iets in staat. Doe dit na de eerste ontvangst
die u nagekeken hebt, niet op een proefomgeving.
EINDE
}

refuse() {
  printf '%s\n' "$1" >&2
  exit 2
}

group='' account='' sure=no
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) help; exit 0 ;;
    --definitief) sure=yes; shift ;;
    --groep | --account)
      [ $# -ge 2 ] || refuse "Na $1 ontbreekt een waarde. Zie --help."
      case $1 in
        --groep) group=$2 ;;
        --account) account=$2 ;;
      esac
      shift 2
      ;;
    *) refuse "Onbekend: $1. Zie --help." ;;
  esac
done
for value in "$group" "$account"; do
  [ -n "$value" ] || refuse 'Geef --groep en --account. Zie --help.'
done
[ "$sure" = yes ] || refuse 'Voeg --definitief toe als u zeker bent. Zie --help.'

for container in audit bewijs; do
  etag=$(az storage container immutability-policy show --resource-group "$group" --account-name "$account" --container-name "$container" \
    --query etag --output tsv --only-show-errors)
  az storage container immutability-policy lock --resource-group "$group" --account-name "$account" --container-name "$container" \
    --if-match "$etag" --output none --only-show-errors
  echo "$container: vergrendeld."
done
