#!/usr/bin/env bash
# Writes the first migration of both providers anew from the model. Until the first release there is only this one; afterwards: dotnet ef migrations add.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../src/FinalAccounts.Service"
dotnet tool restore >/dev/null
dotnet build -c Release --nologo -v quiet
for provider in Postgres Sqlite; do
    rm -rf "Store/Migrations/$provider"
done
dotnet build -c Release --nologo -v quiet
for provider in Postgres Sqlite; do
    dotnet ef migrations add Initial --no-build --configuration Release --context "${provider}Db" \
        --output-dir "Store/Migrations/$provider" --namespace "FinalAccounts.Service.Store.Migrations.$provider"
done
