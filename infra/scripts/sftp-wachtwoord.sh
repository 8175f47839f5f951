#!/usr/bin/env bash
# Makes a new SFTP password of one municipality and puts it into the system vault for the DPOs (P10). The password is never an argument
# of a process, never printed and never in a file: it goes from one answer of Azure into one request to Azure.
set -euo pipefail

help() {
  cat <<'EINDE'
Gebruik: sftp-wachtwoord.sh --groep GROEP --account ACCOUNT --partij PARTIJ --kluis KLUIS [--dagen 7]

Maakt een nieuw SFTP-wachtwoord voor een gemeente. Het oude werkt daarna niet meer.
Het nieuwe komt als geheim sftp-PARTIJ in de systeemkluis, waar de functionaris voor
gegevensbescherming het na activering van het leesrecht ophaalt. U krijgt het niet te zien.

  --groep    resourcegroep
  --account  opslagaccount van de afhaalplaats (uitvoer dropAccount van de uitrol)
  --partij   partij-id uit het protocolbestand, bijvoorbeeld ocmw-voorbeeldstad
  --kluis    systeemkluis (uitvoer systemVault van de uitrol)
  --dagen    na zoveel dagen (1 tot 30) staat het geheim als vervallen; het wachtwoord zelf blijft werken

Nodig: az, aangemeld; op het account het recht localUsers/regeneratePassword, in de kluis
het recht om geheimen te maken. Operator en functionarissen krijgen hiervan een melding.
EINDE
}

refuse() {
  printf '%s\n' "$1" >&2
  exit 2
}

# A trace would show the password.
case $- in *x*) refuse 'Niet met set -x: dat zou het wachtwoord tonen.' ;; esac

group='' account='' party='' vault='' days=7
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) help; exit 0 ;;
    --groep | --account | --partij | --kluis | --dagen)
      [ $# -ge 2 ] || refuse "Na $1 ontbreekt een waarde. Zie --help."
      case $1 in
        --groep) group=$2 ;;
        --account) account=$2 ;;
        --partij) party=$2 ;;
        --kluis) vault=$2 ;;
        --dagen) days=$2 ;;
      esac
      shift 2
      ;;
    *) refuse "Onbekend: $1. Zie --help." ;;
  esac
done

for value in "$group" "$account" "$party" "$vault"; do
  [ -n "$value" ] || refuse 'Geef --groep, --account, --partij en --kluis. Zie --help.'
done
[[ $party =~ ^[a-z0-9](-?[a-z0-9])+$ ]] || refuse 'De partij-id heeft enkel kleine letters, cijfers en streepjes.'
[[ $days =~ ^([1-9]|[12][0-9]|30)$ ]] || refuse 'Het aantal dagen is 1 tot 30.'

user=${party//-/}
secret="sftp-$party"

# First whether the vault can be reached: once the password is new, the old one is gone.
az keyvault secret list --vault-name "$vault" --maxresults 1 --output none --only-show-errors ||
  refuse 'De kluis is niet bereikbaar of u hebt er geen recht. Er is niets gewijzigd.'

password=$(az storage account local-user regenerate-password --resource-group "$group" --account-name "$account" --name "$user" \
  --query sshPassword --output tsv --only-show-errors) || refuse 'Azure maakte geen nieuw wachtwoord.'
password=${password//[$'\r\n']/}
[ -n "$password" ] || refuse 'Azure gaf een leeg wachtwoord terug. Voer het opnieuw uit.'

expires=$(date -u -d "+$days days" +%Y-%m-%dT%H:%M:%SZ)
# printf is part of the shell: no process has the password among its arguments.
if ! printf '%s' "$password" | az keyvault secret set --vault-name "$vault" --name "$secret" --file /dev/stdin --encoding utf-8 \
  --expires "$expires" --content-type "SFTP-wachtwoord van $user" --output none --only-show-errors; then
  unset password
  refuse "Het nieuwe wachtwoord kwam niet in de kluis en het oude werkt niet meer. Voer dit opnieuw uit."
fi
unset password

printf 'Nieuw wachtwoord voor %s staat als %s in %s, vervalt op %s.\n' "$user" "$secret" "$vault" "$expires"
printf 'Verwittig de functionaris voor gegevensbescherming van de gemeente en die van Opgroeien regie.\n'
