#!/usr/bin/env bash
# Generates the sample disclosure into output/; with arguments, passes them to the command `finalaccounts`.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$here/build/packages.sh"
source "$here/build/program.sh"

need_dotnet
need_node
need_packages fontconfig fonts-dejavu-core fonts-liberation fonts-noto-cjk fonts-lxgw-wenkai

# Build only when a source is newer than what was built last.
bin="$here/src/FinalAccounts.Cli/bin/Release/net10.0"
stamp="$bin/.built"
if [ ! -f "$stamp" ] || [ -n "$(find "$here/src" "$here"/Directory.*.props "$here/global.json" \
        \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -type f -newer "$stamp" -print -quit)" ]; then
    echo "编译 FinalAccounts（只在第一次或源代码有变化时）……"
    if ! build_program "$here"; then
        echo "编译失败。" >&2
        exit 4
    fi
    touch "$stamp"
fi

# 64 MB for new objects: one document fits, instead of a dozen collections while it is made (docs/benchmarks-profile.md).
export DOTNET_GCgen0size="${DOTNET_GCgen0size:-0x4000000}"
export FINALACCOUNTS_HOME="${FINALACCOUNTS_HOME:-$here}"
if [ $# -eq 0 ]; then
    set -- generate "$here/samples/whdh-2023" --timings
fi
exec dotnet "$bin/finalaccounts.dll" "$@"
