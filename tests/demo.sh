#!/usr/bin/env bash
# Plays the demo into the folder of the first argument, then looks at what it left with programs that are not ours: 7-Zip and openssl.
# A line a check: passed, failed or skipped, a tab, what was checked. test.sh counts them.
set -uo pipefail
root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
out=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '%s\t%s\n' "$1" "$2"; }

check() { # what, command...
  local what=$1
  shift
  if "$@" >"$work/log" 2>&1; then
    say passed "$what"
  else
    say failed "$what"
    sed 's/\t/ /g; s/^/| /' "$work/log" | tail -n 20
  fi
}

has() { # tools...; else the check is skipped, or fails where CI=true
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null && continue
    say "$([ "${CI:-}" = true ] && echo failed || echo skipped)" "$what: $tool is not on PATH"
    return 1
  done
}

# The commands of the guide themselves, one kind of block after the other, on the files of the demo.
guide() { # document, kinds of block...
  local document=$1 kind
  shift
  echo 'set -eu' >"$work/steps.sh"
  for kind in "$@"; do
    awk -v start="\`\`\`$kind" '$0 == start { on = 1; next } $0 == "```" { on = 0 } on' "$root/docs/verify.md" >"$work/block"
    [ -s "$work/block" ] || { echo "docs/verify.md has no block '$kind'"; return 1; }
    sed "s/^document=.*/document=$document/; s/^tweede=.*/tweede=wisbewijs.json/" "$work/block" >>"$work/steps.sh"
  done
  (cd "$work/files" && sh "$work/steps.sh") >"$work/said" 2>&1
  local code=$?
  cat "$work/said"
  [ "$code" -eq 0 ] && grep -qx 'Verified OK' "$work/said"
}

opens() { # with exactly the characters of the first line
  7zz t -p"$key" "$archive" &&
    7zz x -y -p"$key" -o"$work/opened" "$archive" &&
    [ "$(ls "$work/opened" | sort | tr '\n' ' ')" = 'doorverwijzing.html doorverwijzing.json ' ] &&
    grep -q 'Vandenproef' "$work/opened/doorverwijzing.html" &&
    jq -e '.client | keys == ["adres", "emailadres", "naam", "telefoonnummer", "voornaam"]' "$work/opened/doorverwijzing.json"
}

encrypts() {
  7zz l -slt -p"$key" "$archive" >"$work/said" && grep '^Method = .*7zAES' "$work/said" && ! grep '^Encrypted = -' "$work/said"
}

hides() { # without the key not even the names in it
  ! 7zz l -p"${key}0" "$archive" && ! LC_ALL=C grep -a 'doorverwijzing' "$archive" && ! LC_ALL=C grep -aP 'd\x00o\x00o\x00r' "$archive"
}

spoilt() { # one changed character must not verify
  sed 's/"payload": "e/"payload": "f/' "$work/files/ontvangstbewijs.json" >"$work/files/spoilt.json"
  ! cmp -s "$work/files/ontvangstbewijs.json" "$work/files/spoilt.json" && ! guide spoilt.json sh
}

unnamed() { # nothing of the person outside the archive, the key nowhere but in its own file
  ! grep -rliE 'vandenproef|proefdreef' "$out" && [ "$(grep -rlF -- "$key" "$out")" = "$out/doorverwijzing/sleutel.txt" ]
}

# The Groeipakket exchange: the same, in its own folder.

row() { # of a workbook that 7-Zip unpacks: the texts of its sheet, a row a line
  7zz x -so "$1" 'xl/worksheets/*' | sed 's/<row /\n<row /g' | sed '/<row /!d; s/<\/c>/ /g; s/<[^>]*>//g; s/ *$//'
}

sealed() { # the request as the social service sealed it, the answer as it was dropped
  7zz x -y -p"$(head -n 1 "$gp/aanvraag.sleutel.txt")" -o"$work/aanvraag" "$gp/aanvraag.7z" &&
    7zz x -y -p"$(head -n 1 "$gp/antwoord.sleutel.txt")" -o"$work/antwoord" "$gp/antwoord.7z" &&
    [ "$(ls "$work/aanvraag" "$work/antwoord" | grep -c xlsx)" = 2 ] &&
    ! 7zz l -p"$(head -n 1 "$gp/aanvraag.sleutel.txt")" "$gp/antwoord.7z" &&
    cmp "$work/antwoord/antwoord.xlsx" "$gp/antwoord.xlsx"
}

answered() { # column A as it was asked, every right row with ja or nee, a wrong row with nothing
  row "$work/aanvraag/aanvraag.xlsx" >"$work/asked" && row "$gp/antwoord.xlsx" >"$work/told" &&
    cmp <(cut -d' ' -f1 "$work/told") <(cut -d' ' -f1 "$work/asked") &&
    [ "$(grep -cE '^[0-9]{11} ja( [0-9]{11}){1,2}$' "$work/told")" = 2 ] &&
    [ "$(grep -cE '^[0-9]{11} nee$' "$work/told")" = 3 ] &&
    [ "$(grep -cE '^[0-9]{11}$' "$work/told")" = 2 ] &&
    [ "$(row "$gp/begunstigden.xlsx" | grep -cE '^[0-9]{11} 1$')" = 2 ]
}

numberless() { # no number outside the spreadsheets, the archives and the invented extract; each key in its own file only
  row "$gp/antwoord.xlsx" | grep -oE '[0-9]{11}' | sort -u >"$work/numbers"
  [ "$(wc -l <"$work/numbers")" = 9 ] &&
    [ "$(grep -rlF -f "$work/numbers" "$out")" = "$gp/uittreksel.csv" ] &&
    [ "$(grep -rlF -- "$(head -n 1 "$gp/aanvraag.sleutel.txt")" "$out")" = "$gp/aanvraag.sleutel.txt" ] &&
    [ "$(grep -rlF -- "$(head -n 1 "$gp/antwoord.sleutel.txt")" "$out")" = "$gp/antwoord.sleutel.txt" ]
}

by_terminal() { # the same answer, made from the files alone
  local day
  day=$(sed -n 's/^.. \(..\)\/\(..\)\/\(....\) .*opgeladen\..*/\3-\2-\1/p' "$gp/verloop.txt" | head -n 1)
  "$root/run.sh" groeipakket answer --request "$gp/aanvraag.7z" --key-file "$gp/aanvraag.sleutel.txt" --register "$gp/uittreksel.csv" --on "$day" \
    --protocollen "$root/protocols" --out "$work/terminal.xlsx" &&
    row "$work/terminal.xlsx" | cmp - "$work/told"
}

# The monthly debtors: the files of each side in a folder of its own.

numbers() { # of a workbook: every number of a person in it
  row "$1" | grep -oE '\b[0-9]{11}\b' | sort -u
}

actions() { # of a CSV for the bookkeeping: number and action, as lines
  tail -n +2 "$1" | tr -d '\r' | cut -d';' -f1,3
}

marked() { # month, clients: the municipality got the debtors who are clients, found here by comm, and nothing but number and mark
  local month=$1
  comm -12 <(numbers "$deb/gemeente/$month-debiteuren.xlsx") <(sort -u "$2") >"$work/both"
  numbers "$deb/gemeente/$month-vermeldingen.xlsx" | cmp - "$work/both" && [ -s "$work/both" ] &&
    [ "$(row "$deb/gemeente/$month-vermeldingen.xlsx" | head -n 1)" = 'Rijksregisternummer Vermelding' ] &&
    ! row "$deb/gemeente/$month-vermeldingen.xlsx" | tail -n +2 | grep -vE '^[0-9]{11} (cliënt OCMW|invorderingsprocedure voortzetten)$' &&
    numbers "$deb/ocmw/$month-lijst.xlsx" | cmp - "$work/both"
}

booked() { # the CSV says of each mark what to do, in UTF-8 with its mark and CRLF
  local csv marks
  for csv in 1-boekhouding 1-boekhouding-na-wijziging 2-boekhouding; do
    marks="$deb/gemeente/${csv/boekhouding/vermeldingen}.xlsx"
    [ "$(head -c 3 "$deb/gemeente/$csv.csv" | od -An -tx1 | tr -d ' \n')" = efbbbf ] && ! grep -qv $'\r$' "$deb/gemeente/$csv.csv" &&
      row "$marks" | awk 'NR > 1' | sed 's/ cliënt OCMW/;pauzeren/; s/ invorderingsprocedure voortzetten/;hervatten/' | cmp - <(actions "$deb/gemeente/$csv.csv") || return 1
  done
}

parted() { # who is no client: in the deliveries of the municipality only; a client without a debt: in the list of the OCMW only
  local file
  comm -23 <(numbers "$deb/gemeente/2-debiteuren.xlsx") <(sort -u "$work/clients-1" "$work/clients-2") >"$work/strangers"
  comm -13 <(numbers "$deb/gemeente/1-debiteuren.xlsx") "$work/clients-2" >"$work/debtless"
  [ "$(wc -l <"$work/strangers")" = 2 ] && [ "$(wc -l <"$work/debtless")" = 1 ] || return 1
  for file in "$deb"/gemeente/*vermeldingen*.xlsx "$deb"/gemeente/*schuldgegevens.xlsx "$deb"/ocmw/*-lijst.xlsx; do
    ! numbers "$file" | grep -F -f "$work/strangers" -f "$work/debtless" || return 1
  done
}

nowhere() { # of nobody a number or a name outside the files of the two sides
  sort -u "$work/clients-1" "$work/clients-2" <(numbers "$deb/gemeente/1-debiteuren.xlsx") >"$work/everybody"
  [ "$(wc -l <"$work/everybody")" = 8 ] &&
    [ "$(grep -rlF -f "$work/everybody" "$out" | sort | xargs -n 1 basename | tr '\n' ' ')" = '1-boekhouding-na-wijziging.csv 1-boekhouding.csv 2-boekhouding.csv 2-clienten.json ' ] &&
    ! grep -rliE 'luchtkasteel|dichtgedacht|fabelaere|droombeeck|onbestaenders|verzonnekens|nergenshuizen|zonderschuld|hersenschim' "$out"
}

useless() { # the backup: sealed, its names hidden
  ! 7zz l -pgeraden "$deb/reservekopie-levering.7z" && ! LC_ALL=C grep -a 'debiteuren' "$deb/reservekopie-levering.7z"
}

exported() { # for another provider: the list of the second month, said twice, and its history
  7zz x -y -o"$work/export" "$deb/ocmw/overdracht.zip" &&
    jq -r '.debiteuren[].rijksregisternummer' "$work/export/lijst.json" | sort -u | cmp - <(numbers "$deb/gemeente/2-vermeldingen.xlsx") &&
    jq -r '.debiteuren[] | .rijksregisternummer as $number | .schulden[] | "\($number),\(.dossiernummer),\(.aard),\(.bedrag)"' "$work/export/lijst.json" \
      | cmp - <(tail -n +2 "$work/export/schulden.csv" | tr -d '\r' | cut -d, -f1-4) &&
    [ "$(jq -c '[.versies[].reden]' "$work/export/lijst.json")" = '["vergeleken","fase-3","geen-oplossing-gewenst","vergeleken","fase-3","betaald"]' ] &&
    [ "$(jq -r '.tables[].url' "$work/export/csv-metadata.json" | sort | tr '\n' ' ')" = 'debiteuren.csv schulden.csv versies.csv ' ] &&
    jq -e '.properties.debiteuren.items.additionalProperties == false' "$work/export/lijst.schema.json"
}

check './run.sh demo ends with 0' "$root/run.sh" demo --out "$out"
archive=$(find "$out/doorverwijzing" -name '*.7z' 2>/dev/null | head -n 1)
key=$(head -n 1 "$out/doorverwijzing/sleutel.txt" 2>/dev/null)
for left in doorverwijzing/sleutel.txt ontvangstbewijs.json wisbewijs.json wisbewijs-1.json sleutels.jwks.json verloop.txt; do
  check "the demo leaves $left" test -s "$out/$left"
done
check 'the demo leaves a sealed archive' test -s "$archive"
check 'the demo leaves the messages' test -n "$(ls "$out/berichten" 2>/dev/null)"
check 'nobody is named outside the archive, and the key stands in its own file only' unnamed

mkdir -p "$work/files"
cp "$out"/*.json "$work/files/" 2>/dev/null
cp "$archive" "$work/files/bestand.7z" 2>/dev/null

what='7-Zip opens the archive with the first line of sleutel.txt: the five fields and nothing else'
has 7zz jq && check "$what" opens
what='7-Zip names the method 7zAES'
has 7zz && check "$what" encrypts
what='7-Zip shows nothing with another key, not even the names'
has 7zz && check "$what" hides
what='openssl verifies ontvangstbewijs.json by the steps of docs/verify.md, and that it is about the archive'
has openssl jq && check "$what" guide ontvangstbewijs.json sh 'sh archief'
what='openssl verifies wisbewijs-1.json'
has openssl jq && check "$what" guide wisbewijs-1.json sh
what='openssl verifies wisbewijs.json, which follows wisbewijs-1.json'
has openssl jq && check "$what" guide wisbewijs.json sh 'sh vorige'
what='openssl refuses a receipt of which one character was changed'
has openssl jq && check "$what" spoilt

gp="$out/groeipakket"
for left in aanvraag.7z aanvraag.sleutel.txt antwoord.7z antwoord.sleutel.txt antwoord.xlsx begunstigden.xlsx ontvangstbewijs.json sleutels.jwks.json verloop.txt \
  wisbewijs-aanvraag.json wisbewijs-antwoord-1.json wisbewijs-antwoord.json; do
  check "the demo leaves groeipakket/$left" test -s "$gp/$left"
done
rm -rf "$work/files"
mkdir -p "$work/files"
cp "$gp"/*.json "$work/files/" 2>/dev/null
cp "$gp/antwoord.7z" "$work/files/bestand.7z" 2>/dev/null

what='7-Zip opens request and answer with their own keys and neither with the other, and the answer is the workbook that the application showed'
has 7zz && check "$what" sealed
what='the answer has column A as it was asked, ja or nee on each right row and nothing on a wrong one'
has 7zz && check "$what" answered
what='no number stands outside the spreadsheets, archives and extract, no key outside its own file'
has 7zz && check "$what" numberless
what='./run.sh groeipakket answer makes the same answer from the files alone'
has 7zz && check "$what" by_terminal
what='openssl verifies the receipt of the answer, and that it is about the archive of the SFTP place'
has openssl jq && check "$what" guide ontvangstbewijs.json sh 'sh archief'
what='openssl verifies the certificate of the request'
has openssl jq && check "$what" guide wisbewijs-aanvraag.json sh
mv "$work/files/wisbewijs-antwoord.json" "$work/files/wisbewijs.json" 2>/dev/null
mv "$work/files/wisbewijs-antwoord-1.json" "$work/files/wisbewijs-1.json" 2>/dev/null
what='openssl verifies the last certificate of the answer, which follows the first'
has openssl jq && check "$what" guide wisbewijs.json sh 'sh vorige'

deb="$out/debiteuren"
for left in gemeente/1-debiteuren.xlsx gemeente/1-vermeldingen.xlsx gemeente/1-boekhouding.csv gemeente/1-schuldgegevens.xlsx gemeente/2-vermeldingen.xlsx ocmw/1-clienten.xlsx ocmw/1-lijst.xlsx \
  ocmw/2-lijst.xlsx ocmw/overdracht.zip reservekopie-levering.7z ontvangstbewijs-levering.json ontvangstbewijs-versie-2.json sleutels.jwks.json verloop.txt \
  wisbewijs-levering-1.json wisbewijs-levering.json wisbewijs-maand-1.json wisbewijs-maand-2.json wisbewijs-versie-2.json; do
  check "the demo leaves debiteuren/$left" test -s "$deb/$left"
done
check 'the demo leaves the messages of the debtors' test -n "$(ls "$deb/berichten" 2>/dev/null)"
rm -rf "$work/files"
mkdir -p "$work/files"
cp "$deb"/*.json "$work/files/" 2>/dev/null
cp "$deb/reservekopie-levering.7z" "$work/files/bestand.7z" 2>/dev/null
{ numbers "$deb/ocmw/1-clienten.xlsx" >"$work/clients-1"; jq -r '.nummers[]' "$deb/ocmw/2-clienten.json" | sort -u >"$work/clients-2"; } 2>/dev/null

what='in both months the municipality gets exactly the debtors who are clients, as comm finds them, with one of two marks and nothing else'
has 7zz jq && { check "$what (1)" marked 1 "$work/clients-1"; check "$what (2)" marked 2 "$work/clients-2"; }
what='the CSV for the bookkeeping says of each mark to pause or to resume'
has 7zz && check "$what" booked
what='who is no client is in no list, and a client without a debt in no file of the municipality'
has 7zz jq && check "$what" parted
what='no number or name of a debtor or client stands in a message, a proof or a transcript'
has 7zz jq && check "$what" nowhere
what='7-Zip shows nothing of the backup of the delivery'
has 7zz && check "$what" useless
what='the export for another provider holds the list, its debts and its history, in JSON and in CSV'
has 7zz jq && check "$what" exported
what='openssl verifies the receipt of the delivery, and that it is about the backup'
has openssl jq && check "$what" guide ontvangstbewijs-levering.json sh 'sh archief'
for left in ontvangstbewijs-versie-2 wisbewijs-versie-2 wisbewijs-maand-1 wisbewijs-maand-2; do
  what="openssl verifies $left.json"
  has openssl jq && check "$what" guide "$left.json" sh
done
mv "$work/files/wisbewijs-levering.json" "$work/files/wisbewijs.json" 2>/dev/null
mv "$work/files/wisbewijs-levering-1.json" "$work/files/wisbewijs-1.json" 2>/dev/null
what='openssl verifies the last certificate of the delivery, which follows the first'
has openssl jq && check "$what" guide wisbewijs.json sh 'sh vorige'
true
