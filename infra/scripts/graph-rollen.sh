#!/usr/bin/env bash
# What the identity of the app may do in Microsoft 365: send as one mailbox, and notify in Teams. Run by an administrator of the tenant.
set -euo pipefail

help() {
  cat <<'EINDE'
Gebruik: graph-rollen.sh --principal OBJECT-ID --afzender MAILBOX --proef MAILBOX [--teams]

Geeft de identiteit van de toepassing in Microsoft 365 het minimum:
  - verzenden namens een enkele mailbox, met Exchange RBAC for Applications;
  - met --teams ook TeamsActivity.Send, voor een melding aan een persoon.

Het recht Mail.Send in Entra ID geldt voor elke mailbox van de tenant. Staat het er,
dan stopt dit script: neem het eerst weg, want Exchange telt beide rechten op.

  --principal  object-id van de identiteit (uitvoer app.principalId van de uitrol)
  --afzender   de mailbox waaruit het systeem verzendt
  --proef      een andere mailbox: daarvan wordt nagegaan dat verzenden niet mag

Nodig: az, aangemeld als beheerder van de tenant; voor de mailbox pwsh met de module
ExchangeOnlineManagement. Een wijziging in Exchange werkt na 30 minuten tot 2 uur.
EINDE
}

refuse() {
  printf '%s\n' "$1" >&2
  exit 2
}

principal='' sender='' other='' teams=no
while [ $# -gt 0 ]; do
  case $1 in
    --help | -h) help; exit 0 ;;
    --teams) teams=yes; shift ;;
    --principal | --afzender | --proef)
      [ $# -ge 2 ] || refuse "Na $1 ontbreekt een waarde. Zie --help."
      case $1 in
        --principal) principal=$2 ;;
        --afzender) sender=$2 ;;
        --proef) other=$2 ;;
      esac
      shift 2
      ;;
    *) refuse "Onbekend: $1. Zie --help." ;;
  esac
done
for value in "$principal" "$sender" "$other"; do
  [ -n "$value" ] || refuse 'Geef --principal, --afzender en --proef. Zie --help.'
done
[ "$sender" != "$other" ] || refuse '--proef is een andere mailbox dan --afzender.'

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
graph=https://graph.microsoft.com/v1.0
# Microsoft Graph has this application id in every tenant.
graph_app=00000003-0000-0000-c000-000000000000

app_id=$(az ad sp show --id "$principal" --query appId --output tsv --only-show-errors)
graph_sp=$(az ad sp show --id "$graph_app" --query id --output tsv --only-show-errors)

role_id() { # of a Graph application role, by its name
  az ad sp show --id "$graph_app" --query "appRoles[?value=='$1' && contains(allowedMemberTypes, 'Application')].id | [0]" \
    --output tsv --only-show-errors
}

has_role() { # what cannot be asked is not taken for 'no'
  local found
  found=$(az rest --method get --url "$graph/servicePrincipals/$principal/appRoleAssignments" \
    --query "value[?appRoleId=='$1'].id" --output tsv --only-show-errors) || refuse 'De rechten van de identiteit zijn niet op te vragen; er is niets gewijzigd.'
  [ -n "$found" ]
}

mail_send=$(role_id Mail.Send)
[ -n "$mail_send" ] || refuse 'Mail.Send is niet gevonden in deze tenant; er is niets gewijzigd.'
if has_role "$mail_send"; then
  refuse 'De identiteit heeft Mail.Send in Entra ID en kan dus namens elke mailbox verzenden. Trek dat recht eerst in; er is niets gewijzigd.'
fi

if [ "$teams" = yes ]; then
  role=$(role_id TeamsActivity.Send)
  [ -n "$role" ] || refuse 'TeamsActivity.Send is niet gevonden in deze tenant.'
  if has_role "$role"; then
    echo 'TeamsActivity.Send: was er al.'
  else
    az rest --method post --url "$graph/servicePrincipals/$principal/appRoleAssignments" \
      --headers Content-Type=application/json \
      --body "{\"principalId\":\"$principal\",\"resourceId\":\"$graph_sp\",\"appRoleId\":\"$role\"}" --output none --only-show-errors
    echo 'TeamsActivity.Send: toegekend.'
  fi
fi

if ! command -v pwsh >/dev/null; then
  refuse "pwsh ontbreekt. Voer op een machine met pwsh uit: $here/exchange-afzender.ps1 -AppId $app_id -ObjectId $principal -Sender $sender -Other $other"
fi
pwsh -NoProfile -NonInteractive -File "$here/exchange-afzender.ps1" -AppId "$app_id" -ObjectId "$principal" -Sender "$sender" -Other "$other"
