#!/usr/bin/env bash
# Backs up everything the service keeps, while it runs, into one file that is complete or not there.
#   backup.sh postgres FILE           the database that PGHOST, PGPORT, PGUSER, PGDATABASE, PGPASSWORD (or ~/.pgpass) name
#   backup.sh sqlite DATABASE FILE    the embedded database, e.g. output/service/final-accounts.db
set -euo pipefail
umask 077

usage() { sed -n '2,4s/^# \{0,1\}//p' "$0" >&2; exit 2; }

case "${1:-}" in
    postgres)
        [ $# -eq 2 ] || usage
        file=$2
        pg_dump --format=custom --file="$file.part"
        pg_restore --list "$file.part" >/dev/null
        ;;
    sqlite)
        [ $# -eq 3 ] || usage
        file=$3
        [ -f "$2" ] || { echo "没有数据库文件 $2" >&2; exit 1; }
        sqlite3 -cmd '.timeout 30000' "$2" "VACUUM INTO '${file//\'/\'\'}.part'"
        [ "$(sqlite3 "$file.part" 'PRAGMA integrity_check')" = ok ]
        ;;
    *) usage ;;
esac
mv "$file.part" "$file"
echo "已备份：$file（$(du -h "$file" | cut -f1)）"
