#!/usr/bin/env bash
# Writes the first migration of both providers anew from the model. Until the first release there is only this one; afterwards: dotnet ef migrations add.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../src/FinalAccounts.Service"
dotnet tool restore >/dev/null
rm -rf Store/Migrations
dotnet build -c Release --nologo -v quiet
for provider in Postgres Sqlite; do
    dotnet ef migrations add Initial --no-build --configuration Release --context "${provider}Db" \
        --output-dir "Store/Migrations/$provider" --namespace "FinalAccounts.Service.Store.Migrations.$provider"
    # The tool puts the snapshot where the namespace says, below a second set of folders.
    mv "FinalAccounts/Service/Store/Migrations/$provider"/* "Store/Migrations/$provider/"
done
rm -rf FinalAccounts
