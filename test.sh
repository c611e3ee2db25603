#!/usr/bin/env bash
# Installs what the tests need, builds with warnings as errors, runs all tests.
# Last line: N passed, N failed, N skipped. --full adds what takes longer.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"
source build/packages.sh
source build/program.sh

fail() { echo "$1" >&2; echo "0 passed, 1 failed, 0 skipped"; exit 1; }

full=false
for argument in "$@"; do
    case "$argument" in
        --full) full=true ;;
        -h|--help) echo "usage: ./test.sh [--full]"; exit 0 ;;
        *) echo "unknown argument: $argument (usage: ./test.sh [--full])" >&2; exit 2 ;;
    esac
done

need_dotnet || fail "dotnet is missing"
need_node || fail "Node is missing"
need_packages chromium chromium-headless-shell fontconfig fonts-dejavu-core fonts-liberation fonts-noto-cjk fonts-lxgw-wenkai \
    libreoffice-writer libreoffice-calc poppler-utils qpdf postgresql || fail "system packages are missing"

# Code style and analyzers are build/checks.sh's: a third of the build.
build_solution . -p:RunAnalyzers=false || fail "the build failed"

export "${short_lived[@]}" FINALACCOUNTS_FULL=$full
results=$(mktemp -d)
status=0
options=(--no-build --nologo -c Release --results-directory "$results")

# The browser's code: its types, and what needs no browser.
web=src/FinalAccounts.Service/web
(cd "$web" && npm run --silent check) >"$results/web-types.log" 2>&1; types=$?
(cd "$web" && npm test --silent) >"$results/web.tap" 2>&1 || status=1
[ "$types" -eq 0 ] || { cat "$results/web-types.log"; status=1; }
grep -q '^not ok' "$results/web.tap" && cat "$results/web.tap"

# All at once: the browser's tests and those of processes wait much, and the pure ones use what the others leave of the machine.
run() { "${@:4}" dotnet test "${options[@]}" --filter "$3" --logger "trx;LogFileName=$1.trx" "tests/$2" >"$results/$1.log" 2>&1; }
start() { run "$@" & running+=($!); }
[ "$(ls -d tests/*Tests | wc -l)" -eq 3 ] || fail "a test project is not started here"
running=()
trap 'kill "${running[@]}" 2>/dev/null; rm -rf "$results"' EXIT
rest='FullyQualifiedName~.'
! $full || rest='Length!=Full'
start processes FinalAccounts.Service.Tests "FullyQualifiedName~.Processes.&$rest"
start service FinalAccounts.Service.Tests "FullyQualifiedName!~.Processes.&$rest"
start browser FinalAccounts.Browser.Tests "$rest"
start pure FinalAccounts.Tests "$rest" nice -n 10
for one in "${running[@]}"; do wait "$one" || status=1; done
logs=(pure browser service processes)
if $full; then
    # What takes minutes measures as well: one after the other, with nothing beside it.
    run long-pure FinalAccounts.Tests 'Length=Full' || status=1
    run long-service FinalAccounts.Service.Tests 'Length=Full' || status=1
    logs+=(long-pure long-service)
fi
for one in "${logs[@]}"; do cat "$results/$one.log"; done

passed=0; failed=0; skipped=0; files=0
for trx in "$results"/*.trx; do
    [ -f "$trx" ] || continue
    files=$((files + 1))
    counters=$(grep -o '<Counters [^>]*' "$trx" | head -1)
    count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
    total=$(count total); executed=$(count executed); ok=$(count passed)
    passed=$((passed + ok)); failed=$((failed + executed - ok)); skipped=$((skipped + total - executed))
done
tap() { grep -c "^$1 [0-9]" "$results/web.tap"; }
passed=$((passed + $(tap ok) + (types == 0))); failed=$((failed + $(tap 'not ok') + (types != 0)))
[ "$(tap ok)" -gt 0 ] || { cat "$results/web.tap"; failed=$((failed + 1)); status=1; }

# Once more by name: a long log is often read from its end.
failures=$(
    grep -hoE 'testName="[^"]*"[^>]*outcome="Failed"|outcome="Failed"[^>]*testName="[^"]*"' "$results"/*.trx 2>/dev/null | grep -oE 'testName="[^"]*"'
    [ "$types" -eq 0 ] || echo 'npm run check'
    sed -n 's/^not ok [0-9]* - //p' "$results/web.tap")
[ -z "$failures" ] || printf 'failed: %s\n' "$failures"
[ "$files" -gt 0 ] && [ "$passed" -gt 0 ] || { failed=$((failed + 1)); status=1; }
[ "$failed" -eq 0 ] || status=1
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
