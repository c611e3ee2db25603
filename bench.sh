#!/usr/bin/env bash
# Measures whole documents, ours and other programs', and writes docs/benchmarks.md. --stages measures each stage by itself
# (BenchmarkDotNet) and writes docs/benchmarks-stages.md, --batch a bureau's batch through the service on PostgreSQL and writes
# docs/benchmarks-batch.md. Installs what it needs.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"
source build/packages.sh

stages=false
batch=0
measure=()
while [ $# -gt 0 ]; do
    case "$1" in
        --stages) stages=true; shift ;;
        --batch) batch=100; shift; case "${1:-}" in [1-9]*) batch=$1; shift ;; esac ;;
        -h|--help) echo "usage: ./bench.sh [--starts N] [--rounds N]   whole documents, into docs/benchmarks.md"
                   echo "       ./bench.sh --stages                   each stage, into docs/benchmarks-stages.md"
                   echo "       ./bench.sh --batch [units]            a batch (100 units), into docs/benchmarks-batch.md"; exit 0 ;;
        --starts|--rounds) measure+=("$1" "$2"); shift 2 ;;
        *) echo "unknown argument: $1 (see --help)" >&2; exit 2 ;;
    esac
done

need_dotnet
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bench=tests/FinalAccounts.Benchmarks
if [ "$batch" -gt 0 ]; then
    need_node
    need_packages chromium-headless-shell fontconfig fonts-dejavu-core fonts-liberation fonts-noto-cjk fonts-lxgw-wenkai postgresql
    dotnet build -c Release --nologo -v quiet "$bench"
    dotnet "$bench/bin/Release/net10.0/FinalAccounts.Benchmarks.dll" batch "$batch" "$here/docs/benchmarks-batch.md"
    exit 0
fi
if $stages; then
    need_packages fontconfig fonts-liberation fonts-noto-cjk fonts-lxgw-wenkai
    dotnet build -c Release --nologo -v quiet "$bench"
    (cd "$work" && dotnet "$here/$bench/bin/Release/net10.0/FinalAccounts.Benchmarks.dll" --filter '*' --exporters github)
    {
        echo "# Each stage by itself"
        echo
        echo "Written by \`./bench.sh --stages\`. Rows: the sample, or a made-up unit with as many subjects as the sample (1), ten and a hundred times as many."
        echo
        cat "$work"/BenchmarkDotNet.Artifacts/results/*-report-github.md
    } >docs/benchmarks-stages.md
    echo "written: docs/benchmarks-stages.md"
    exit 0
fi

need_packages chromium chromium-headless-shell fontconfig fonts-liberation fonts-noto-cjk fonts-lxgw-wenkai \
    libreoffice-writer pandoc weasyprint python3-docxtpl poppler-utils
command -v npm >/dev/null || need_packages nodejs npm
(cd tests/peers && npm install --silent)
dotnet build -c Release --nologo -v quiet src/FinalAccounts.Cli
dotnet build -c Release --nologo -v quiet "$bench"
/usr/bin/python3 tests/peers/measure.py --work "$work" "${measure[@]}"
