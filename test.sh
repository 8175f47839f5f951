#!/usr/bin/env bash
# Sets everything up, runs every test, and says what came of it. The last line holds the totals of all suites.
# Reports stay in TestResults/. With CI=true a missing tool is a failure; otherwise what needs it is skipped, with its reason.
set -uo pipefail
here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
results="$here/TestResults"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
exec </dev/null 2>&1

passed=0 failed=0 skipped=0
finish() {
  wait # for what was begun beside
  # Once more at the end, where no other output can push them out of sight.
  if ls "$results"/*.failed >/dev/null 2>&1; then
    printf '\nFailed:\n'
    cat "$results"/*.failed
  fi
  printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

if ! command -v dotnet >/dev/null; then
  echo "The .NET SDK is not on PATH (see global.json for the version)."
  finish
fi
rm -rf "$results"
mkdir -p "$results"

echo "Tools of the interop tests:"
for tool in 7zz:7zip openssl:openssl jq:jq node:nodejs sshd:openssh-server; do
  if found=$(PATH="$PATH:/usr/sbin" command -v "${tool%%:*}"); then
    echo "  ${tool%%:*}: $found"
  else
    echo "  ${tool%%:*}: not found (Debian package ${tool##*:}); $([ "${CI:-}" = true ] && echo 'CI=true, so this fails' || echo 'what needs it is skipped')"
  fi
done

# Beside the build: it waits for a registry, the build for the processor.
azurite=
if command -v npm >/dev/null; then
  "$here/src/Gegevensdeling.StandIns/azurite/install.sh" >"$results/azurite.log" 2>&1 &
  azurite=$!
fi

# Not every feed has the packages of Azure Functions and Durable Task. Without them the host compiles against our own declarations of their types
# (decision 11); only 'package not found' selects that, any other failure is one.
functions=real surface=()
if ! dotnet restore "$here/src/Gegevensdeling.Functions" -v quiet --nologo >"$results/functions-restore.log" 2>&1; then
  if grep -qE 'error NU(1101|1102)' "$results/functions-restore.log" && ! grep -E 'error [A-Z]+[0-9]+' "$results/functions-restore.log" | grep -vqE 'error NU(1101|1102)'; then
    functions=surface surface=(-p:FunctionsPackages=surface)
  else
    cat "$results/functions-restore.log"
    echo "The packages of the Functions host could not be restored; no test ran."
    failed=1
    finish
  fi
fi
if [ "$functions" = real ]; then
  echo "Functions host: compiled against the real packages."
else
  echo "Functions host: compiled against tests/FunctionsSurface, our declarations; this feed lacks the packages. That is no run of Azure Functions."
fi

# Into a file: build servers live on and would keep a pipe of ours open.
echo "Build: Release, warnings as errors"
# One compiler server for all projects: without it the build takes three times as long.
build() {
  dotnet build "$here/$1" -c Release -v quiet --nologo -p:UseSharedCompilation=true "${@:2}" >>"$results/build.log" 2>&1
}
# Where the real packages are, the host is also built on the surface, so that it stays true; the analyzers saw the same sources just before.
if ! build GegevensdelingFunctions.sln "${surface[@]}" ||
  { [ "$functions" = real ] && ! build tests/Gegevensdeling.Functions.Tests -p:FunctionsPackages=surface -p:RunAnalyzers=false; }; then
  cat "$results/build.log"
  echo "The build failed; no test ran."
  finish
fi
if [ -n "$azurite" ] && ! wait "$azurite"; then
  cat "$results/azurite.log"
  echo "  azurite: not installed; what needs it is skipped, or fails where CI=true"
fi

# One suite: its own runner writes the report from which everything below is read.
run_suite() {
  local name=$1 project=${1%.surface} bin=bin limit=()
  command -v timeout >/dev/null && limit=(timeout --kill-after=10 2400)
  [ "$name" = "$project" ] || bin=bin.surface
  "${limit[@]}" dotnet exec "$here/tests/$project/$bin/Release/net10.0/$project.dll" -noLogo -noColor -result-xml "$results/$name.xml" >"$results/$name.log" 2>&1
  echo $? >"$results/$name.code"
}

# What the runner says of each failed test: its name, and indented deeper the reason. The host's own log lines stand between them at random.
failures() {
  awk '/\[FAIL\]$/ { print; told = 1; next } /^      / { if (told) print; next } /^(fail|warn|crit|info|dbug|trce): / { next } { told = 0 }' "$1" | cut -c1-400
}

attribute() { # of the report's <assembly>
  sed -n "s/.*<assembly [^>]* $2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1
}

# Thousands of small databases are written with care for every byte: in memory that takes half the time. A process that is killed loses nothing of that either.
if [ -w /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -ge 4194304 ] && memory=$(mktemp -d /dev/shm/gegevensdeling-XXXXXXXX); then
  trap 'rm -rf "$memory"' EXIT
  export TMPDIR=$memory
fi

# The longest first, so that the others run beside it.
suites=(Gegevensdeling.Local.Tests Gegevensdeling.Functions.Tests.surface)
for project in "$here"/tests/*.Tests/*.csproj; do
  name=$(basename "$project" .csproj)
  case $name:$functions in
    Gegevensdeling.Local.Tests:* | Gegevensdeling.Functions.Tests:surface) ;;
    *) suites+=("$name") ;;
  esac
done
echo "Suites: ${suites[*]}, two at a time"
for suite in "${suites[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
  run_suite "$suite" &
done
wait

for suite in "${suites[@]}"; do
  report="$results/$suite.xml"
  code=$(cat "$results/$suite.code" 2>/dev/null || echo '?')
  p=$(attribute "$report" passed 2>/dev/null) f=$(attribute "$report" failed 2>/dev/null)
  e=$(attribute "$report" errors 2>/dev/null) s=$(attribute "$report" skipped 2>/dev/null)
  if [ -z "$p" ] || [ -z "$f" ] || [ -z "$e" ] || [ -z "$s" ]; then
    echo "  $suite: ended with $code and left no report"
    tail -n 40 "$results/$suite.log"
    failed=$((failed + 1))
    continue
  fi
  f=$((f + e))
  if [ "$f" -eq 0 ] && [ "$code" != 0 ]; then f=1; fi # a runner that ends badly has not passed
  if [ $((p + f + s)) -eq 0 ]; then echo "  $suite: no test ran"; f=1; fi
  printf '  %s: %d passed, %d failed, %d skipped\n' "$suite" "$p" "$f" "$s"
  if [ "$f" -gt 0 ]; then
    grep -v '^ *Finished:' "$results/$suite.log" | tail -n 200
    failures "$results/$suite.log" | head -n 60 >"$results/$suite.failed"
  fi
  if [ "$s" -gt 0 ]; then
    grep -o '<reason>[^<]*\(<!\[CDATA\[[^]]*\)\?' "$report" | sed 's/<reason>//; s/<!\[CDATA\[//' | sort | uniq -c | sed 's/^ *\([0-9]*\) /    skipped \1: /'
  fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done

# How many tests of the engine contract ran under these names, and how many of them failed.
contract() { # suite, prefix of the classes
  local classes="$2(Replay|Divergence|Dossiers|Activities|Messages|Parking|SubOrchestrations|Versions|Concurrency)(Uncached)?"
  grep -oE "<collection [^>]*name=\"Test collection for [^\"]*\.${classes}[ \"][^>]*" "$results/$1.xml" 2>/dev/null \
    | sed 's/.* total="\([0-9]*\)".* failed="\([0-9]*\)".*/\1 \2/; s/.* failed="\([0-9]*\)".* total="\([0-9]*\)".*/\2 \1/' \
    | awk '{ total += $1; failed += $2 } END { if (NR) printf "%d tests, %d failed", total, failed; else printf "not run" }'
}
echo "Engine contract suite:"
echo "  embedded engine (SQLite): $(contract Gegevensdeling.Engine.Tests 'Embedded\.Embedded')"
echo "  Durable adapter over a double of its context (shows the translation only): $(contract Gegevensdeling.Functions.Tests 'Double\.Double')"
echo "  Durable adapter on Durable Task itself, in process: $(contract Gegevensdeling.Functions.Tests 'Real\.Real')$([ "$functions" = real ] || echo ' (its packages are not on this feed)')"

echo "Demo, and second programs on what it leaves:"
while IFS=$'\t' read -r verdict what; do
  case $verdict in
    passed) passed=$((passed + 1)) ;;
    failed) failed=$((failed + 1)) ;;
    skipped) skipped=$((skipped + 1)) ;;
    *) echo "    $verdict $what"; continue ;;
  esac
  echo "  $verdict: $what"
done < <(bash "$here/tests/demo.sh" "$results/demo")

echo "The same demo on the Azure adapters:"
if [ -x "$(command -v node)" ]; then
  if "$here/run.sh" demo --azurite --out "$results/demo-azurite" >"$results/demo-azurite.log" 2>&1; then
    passed=$((passed + 1))
    echo "  passed: ./run.sh demo --azurite ends with 0"
  else
    failed=$((failed + 1))
    echo "  failed: ./run.sh demo --azurite"
    tail -n 20 "$results/demo-azurite.log"
  fi
elif [ "${CI:-}" = true ]; then
  failed=$((failed + 1))
  echo "  failed: node is not on PATH"
else
  skipped=$((skipped + 1))
  echo "  skipped: node is not on PATH"
fi

finish
