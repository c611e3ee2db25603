#!/usr/bin/env bash
# Writes the parts lists (SBOM, CycloneDX JSON) of everything that is shipped to output/sbom: the program's packages, the typesetter's and the pages'.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=${1:-output/sbom}
mkdir -p "$out"
out=$(cd "$out" && pwd)
dotnet tool restore >/dev/null
dotnet tool run dotnet-CycloneDX src/FinalAccounts.Cli/FinalAccounts.Cli.csproj --output "$out" --filename program.json --output-format Json --disable-package-restore >/dev/null

# npm names the project itself by its version, which a private one does without.
parts() {
    local folder
    folder=$(mktemp -d)
    cp "$1/package.json" "$1/package-lock.json" "$folder"
    (
        cd "$folder"
        node -e "for (const f of ['package.json', 'package-lock.json']) { const j = JSON.parse(require('fs').readFileSync(f)); j.version = '0.1.0'; if (j.packages) j.packages[''].version = '0.1.0'; require('fs').writeFileSync(f, JSON.stringify(j)); }"
        npm sbom --sbom-format cyclonedx --package-lock-only
    ) >"$2"
    rm -r "$folder"
}
parts src/FinalAccounts.Rendering/Typst/Worker "$out/typesetter.json"
parts src/FinalAccounts.Service/web "$out/pages.json"
ls -l "$out"
