#!/usr/bin/env bash
# build/migrations.sh NAME: writes what changed in the model as a migration of both providers. Several of one release become one before it is out (docs/decisions/0087).
set -euo pipefail
name=${1:?usage: build/migrations.sh NAME}
cd "$(dirname "${BASH_SOURCE[0]}")/../src/FinalAccounts.Service"
dotnet tool restore >/dev/null
dotnet build -c Release --nologo -v quiet
for provider in Postgres Sqlite; do
    dotnet ef migrations add "$name" --no-build --configuration Release --context "${provider}Db" --output-dir "Store/Migrations/$provider"
done
# Every file of this repository begins with its first letter.
sed -i '1s/^\xEF\xBB\xBF//' Store/Migrations/*/*_"$name"*.cs Store/Migrations/*/*Snapshot.cs
