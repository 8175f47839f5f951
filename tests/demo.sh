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
true
