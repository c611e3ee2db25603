#!/usr/bin/env python3
"""People at the pages for a while, and what memory the web process keeps afterwards.

    finalaccounts serve --urls http://127.0.0.1:5077 --FinalAccounts:Data=/tmp/load &
    build/load.py http://127.0.0.1:5077 /tmp/load PID [PEOPLE [SECONDS [IDLE]]]

The service is an embedded one with the sample, in a folder made for this: tokens are put into its database. Everybody reads pages, asks for
previews and their pages, downloads tables, and asks the API, with half a second between. Printed every ten seconds: resident memory in MB.
"""
import datetime, hashlib, json, random, secrets, sqlite3, sys, threading, time, urllib.error, urllib.parse, urllib.request

url, data, pid = sys.argv[1], sys.argv[2], int(sys.argv[3])
people, seconds, idle = (int(value) for value in (sys.argv[4:] + ["50", "120", "120"][len(sys.argv) - 4:]))
YEAR = "/units/whdh/years/2023"
PAGES = ["/units", "/units/whdh", YEAR, YEAR + "/tables/表01", YEAR + "/tables/表02", YEAR + "/findings", YEAR + "/facts", YEAR + "/corrections",
         "/editions", "/runs", "/batches", "/templates", "/templates/hubei-2023", "/api/v1/units", f"/api/v1{YEAR}/accounts", YEAR + "/facts.xlsx",
         "/help/api", "/api/v1/openapi.json", "/api/workbench/hubei-2023/names?path=sections/收入.sbn&unit=whdh&year=2023"]
SECTIONS = ["收入支出总体", "收入", "支出", "三公经费", "预算绩效"]


def memory():
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) // 1024


def tokens():
    now = int(datetime.datetime.now().timestamp() * 1_000_000)
    made = ["fa_" + secrets.token_urlsafe(32) for _ in range(people)]
    with sqlite3.connect(f"{data}/final-accounts.db", timeout=30) as db:
        for i, token in enumerate(made):
            db.execute('INSERT INTO "ApiTokens" ("Name", "Sha256", "Scopes", "By", "At", "ExpiresAt") VALUES (?, ?, ?, ?, ?, ?)',
                       (f"load {i} {secrets.token_hex(4)}", hashlib.sha256(token.encode()).hexdigest(), "read data templates", "load", now, now + 86_400_000_000))
            db.execute('INSERT INTO "UnitGrants" ("TokenId", "WithBelow") VALUES (last_insert_rowid(), 0)')
    return made


def ask(token, path, body=None):
    request = urllib.request.Request(url + urllib.parse.quote(path, safe="/?=&"), None if body is None else json.dumps(body).encode(),
                                     {"Authorization": "Bearer " + token, "Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, len(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, 0


counts, lock = {}, threading.Lock()


def person(token, until, seed):
    chance = random.Random(seed)
    while time.time() < until:
        kind = chance.random()
        section = chance.choice(SECTIONS)
        body = {"path": f"sections/{section}.sbn", "text": f"# {section}\n{{{{ 年度 }}}}年度收、支总计{{{{ 收支总计 | 万元 }}}}。{chance.random()}", "unit": "whdh", "year": 2023}
        try:
            status, _ = ask(token, chance.choice(PAGES)) if kind < 0.7 else ask(token, "/api/workbench/hubei-2023/" + ("preview" if kind < 0.9 else "pages"), body)
        except OSError as error:
            status = type(error).__name__
        with lock:
            counts[status] = counts.get(status, 0) + 1
        time.sleep(chance.uniform(0.25, 0.75))


made = tokens()
for path in PAGES:
    print(path, *ask(made[0], path))
time.sleep(20)
rest = memory()
print(f"at rest: {rest} MB")
until = time.time() + seconds
crowd = [threading.Thread(target=person, args=(token, until, i)) for i, token in enumerate(made)]
for one in crowd:
    one.start()
most = 0
while any(one.is_alive() for one in crowd):
    time.sleep(1)
    most = max(most, memory())
print(f"{people} people, {seconds} s: {sum(counts.values())} answers {counts}; at most {most} MB; at the end {memory()} MB ({memory() - rest:+} MB)")
for waited in range(10, idle + 1, 10):
    time.sleep(10)
    print(f"{waited} s later: {memory()} MB ({memory() - rest:+} MB)")
