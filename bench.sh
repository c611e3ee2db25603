#!/usr/bin/env bash
# Measures; see usage. Installs what it needs. Results stand in docs/benchmarks*.md.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"
source build/packages.sh
source build/program.sh
export DOTNET_GCgen0size="${DOTNET_GCgen0size:-0x4000000}"   # as run.sh has it

usage() {
    cat <<'END'
usage: ./bench.sh [--starts N] [--rounds N]   whole documents, ours and other programs', into docs/benchmarks.md
       ./bench.sh stages                      each stage by itself (BenchmarkDotNet), into docs/benchmarks-stages.md
       ./bench.sh batch [UNITS]               a bureau's batch (100 units) on PostgreSQL, into docs/benchmarks-batch.md
       ./bench.sh scale [UNITS]               a batch of 10,000 units with Excel alone, nothing typeset: the service's and the database's own limit; printed
       ./bench.sh large [ROWS]                a table of 20,000 rows through all formats; printed
       ./bench.sh preview [PEOPLE [SECONDS]]  the template workbench, with pages, while 10 people type; printed
END
}

bench=tests/FinalAccounts.Benchmarks
program=$here/$bench/bin/Release/net10.0/FinalAccounts.Benchmarks.dll
printing="chromium-headless-shell fontconfig fonts-dejavu-core fonts-liberation fonts-noto-cjk fonts-lxgw-wenkai"
prepare() {
    need_dotnet
    need_node
    need_packages "$@"
    dotnet build -c Release --nologo -v quiet "$bench"
}

case "${1:-}" in
    -h|--help) usage; exit 0 ;;
    stages)
        prepare $printing
        work=$(mktemp -d)
        trap 'rm -rf "$work"' EXIT
        (cd "$work" && dotnet "$program" --filter '*' --exporters github)
        {
            echo "# Each stage by itself"
            echo
            echo "Written by \`./bench.sh stages\`. Rows: the sample, or a made-up unit with as many subjects as the sample (1), ten and fifty times as many. A hundred times as many are refused by the import: one sheet of 文字资料 would have more than 20,000 rows."
            echo
            cat "$work"/BenchmarkDotNet.Artifacts/results/*-report-github.md
        } >docs/benchmarks-stages.md
        echo "written: docs/benchmarks-stages.md"
        exit 0 ;;
    batch) prepare $printing postgresql; exec dotnet "$program" batch "${2:-100}" "$here/docs/benchmarks-batch.md" ;;
    scale) prepare $printing postgresql; exec dotnet "$program" scale "${2:-10000}" ;;
    large) prepare $printing; exec dotnet "$program" large "${2:-20000}" ;;
    preview) prepare $printing; exec dotnet "$program" preview "${2:-10}" "${3:-20}" ;;
esac

measure=()
while [ $# -gt 0 ]; do
    case "$1" in
        --starts|--rounds) measure+=("$1" "$2"); shift 2 ;;
        *) echo "unknown argument: $1" >&2; usage >&2; exit 2 ;;
    esac
done

prepare chromium $printing libreoffice-writer pandoc weasyprint python3-docxtpl poppler-utils
command -v npm >/dev/null || need_packages nodejs npm
(cd tests/peers && npm install --silent)
build_program "$here"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 tests/peers/measure.py --work "$work" "${measure[@]}"
