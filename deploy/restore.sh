#!/usr/bin/env bash
# Restores a backup into an empty database, and checks every stored file against its hash. Stop the service before.
#   restore.sh postgres FILE           into the empty database that PGHOST, PGPORT, PGUSER, PGDATABASE, PGPASSWORD name
#   restore.sh sqlite FILE DATABASE    to this file, which must not exist
set -euo pipefail
umask 077

usage() { sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2; }

case "${1:-}" in
    postgres)
        [ $# -eq 2 ] || usage
        ask() { psql --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 --command="$1"; }
        tables=$(ask "SELECT count(*) FROM information_schema.tables WHERE table_schema IN ('public', 'hangfire')")
        [ "$tables" -eq 0 ] || { echo "数据库 ${PGDATABASE:-} 不是空的，没有恢复。请先建一个空的数据库。" >&2; exit 1; }
        pg_restore --exit-on-error --single-transaction --no-owner --dbname="${PGDATABASE:?}" "$2"
        damaged=$(ask "SELECT count(*) FROM \"Artifacts\" WHERE encode(sha256(\"Content\"), 'hex') <> \"Sha256\"")
        editions=$(ask 'SELECT count(*) FROM "Editions"')
        files=$(ask 'SELECT count(*) FROM "Artifacts"')
        ;;
    sqlite)
        [ $# -eq 3 ] || usage
        [ ! -e "$3" ] || { echo "$3 已经存在，没有恢复。请先移走它（连同 -wal 和 -shm 文件）。" >&2; exit 1; }
        rm -f "$3-wal" "$3-shm"
        cp "$2" "$3.part"
        [ "$(sqlite3 "$3.part" 'PRAGMA integrity_check')" = ok ]
        damaged=0
        while read -r key; do
            found=$(sqlite3 "$3.part" "SELECT hex(\"Content\") FROM \"Artifacts\" WHERE \"Sha256\" = '$key'" | xxd -r -p | sha256sum | cut -d' ' -f1)
            [ "$found" = "$key" ] || damaged=$((damaged + 1))
        done < <(sqlite3 "$3.part" 'SELECT "Sha256" FROM "Artifacts"')
        editions=$(sqlite3 "$3.part" 'SELECT count(*) FROM "Editions"')
        files=$(sqlite3 "$3.part" 'SELECT count(*) FROM "Artifacts"')
        mv "$3.part" "$3"
        ;;
    *) usage ;;
esac
[ "$damaged" -eq 0 ] || { echo "有 $damaged 个文件的内容与校验值不符，请换一份备份。" >&2; exit 1; }
echo "已恢复：$editions 个版本，$files 个文件，校验值全部相符。"
