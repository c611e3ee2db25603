#!/usr/bin/env bash
# What is checked of a submission besides its tests: code style and analyzers (errors of the build), the layout of the C# text,
# and packages with known holes. Whitespace is the one part of `dotnet format` that the build does not see,
# and the one that needs no project loaded (seconds, where the whole command takes minutes).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/packages.sh
source build/program.sh
status=0

build_solution . || status=1
if ! dotnet format whitespace . --folder --verify-no-changes --exclude src/FinalAccounts.Service/Store/Migrations; then
    echo "排版与 .editorconfig 不一致。请运行：dotnet format whitespace . --folder --exclude src/FinalAccounts.Service/Store/Migrations" >&2
    status=1
fi

# A registry without a list of holes lets `dotnet list` say that there are none: it is asked first whether it has one.
knows_holes() {
    local source found=1
    while read -r source; do
        curl -fsS --max-time 20 "$source" 2>/dev/null | grep -q VulnerabilityInfo || return 1
        found=0
    done < <(dotnet nuget list source --format short | sed -n 's/^E[A-Z]* //p')
    return $found
}
if knows_holes; then
    log=$(dotnet list FinalAccounts.sln package --vulnerable --include-transitive) || { echo "$log"; status=1; }
    if grep -q 'has the following vulnerable packages' <<<"$log"; then
        echo "$log"
        echo "有 NuGet 包存在已公布的漏洞，请在 Directory.Packages.props 换成修好的版本。" >&2
        status=1
    fi
else
    echo "NuGet 源不提供漏洞清单：没有检查 NuGet 包的漏洞。"
fi

for lock in $(git ls-files '*package-lock.json'); do
    folder=$(dirname "$lock")
    log=$(cd "$folder" && npm audit --audit=true 2>&1)
    case $? in
        0) ;;
        *)
            if grep -qE 'audit endpoint returned an error|ENOAUDIT|ENOTFOUND|ECONNREFUSED|ETIMEDOUT' <<<"$log"; then
                echo "npm 源不回答漏洞查询：没有检查 $folder 的 npm 包。"
            else
                echo "$log"
                echo "$folder 有 npm 包存在已公布的漏洞，请换成修好的版本。" >&2
                status=1
            fi ;;
    esac
done
exit "$status"
