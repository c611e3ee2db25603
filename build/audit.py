#!/usr/bin/env python3
"""A folder of published documents through `audit`: how long, how much memory.

    dotnet build -c Release FinalAccounts.sln
    build/audit.py COUNT [FOLDER]

COUNT made-up units' documents, Word and PDF by turns, are made in FOLDER (default /tmp/final-accounts-audit; what is there already is used
again) and audited with a report each and the bureau's workbook. Printed: seconds for the folder, for a document and for 30 pages; resident
memory of the command, and of all its processes together, at their highest.
"""
import glob, json, os, statistics, subprocess, sys, threading, time

count, folder = int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "/tmp/final-accounts-audit"
root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
builder = ["dotnet", f"{root}/samples/SampleBuilder/bin/Release/net10.0/SampleBuilder.dll"]
command = ["dotnet", f"{root}/src/FinalAccounts.Cli/bin/Release/net10.0/finalaccounts.dll"]
AT_ONCE = 25


def documents():
    if len(documents_made()) >= count:
        return documents_made()
    subprocess.run(["rm", "-rf", f"{folder}/documents", f"{folder}/units"], check=True)
    subprocess.run([*builder, "units", "--count", str(count), "--seed", "5", "--output", f"{folder}/units"], check=True, cwd=root, stdout=subprocess.DEVNULL)
    units = sorted(glob.glob(f"{folder}/units/*"))
    # Made-up units may bear the same name, and the later document would take the place of the former: each run has a folder of its own, and what lacks is made of the next units.
    first = 0
    while len(documents_made()) < count and first < 4 * count:
        kind = "docx" if first // AT_ONCE % 2 == 0 else "pdf"
        batch = [units[(first + i) % len(units)] for i in range(min(AT_ONCE, count - len(documents_made())))]
        subprocess.run([*command, "generate", *batch, "--formats", kind, "--output", f"{folder}/documents/{first}"],
                       cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        first += AT_ONCE
        print(f"made {len(documents_made())}/{count}", flush=True)
    return documents_made()


def documents_made():
    return sorted(glob.glob(f"{folder}/documents/**/*.docx", recursive=True) + glob.glob(f"{folder}/documents/**/*.pdf", recursive=True))


def resident(pid):
    try:
        with open(f"/proc/{pid}/status") as status:
            return next((int(line.split()[1]) for line in status if line.startswith("VmRSS")), 0) / 1024
    except OSError:
        return 0


def below(pid):
    direct = []
    for task in glob.glob(f"/proc/{pid}/task/*/children"):
        try:
            with open(task) as children:
                direct += children.read().split()
        except OSError:
            pass
    return direct + [child for one in direct for child in below(one)]


made = documents()
highest = {"own": 0, "all": 0}
clock = time.monotonic()
with open(f"{folder}/audit.json", "w") as out:
    process = subprocess.Popen([*command, "audit", f"{folder}/documents", "--html", f"{folder}/reports", "--xlsx", f"{folder}/audit.xlsx", "--json"],
                               cwd=root, stdout=out, stderr=subprocess.DEVNULL)


def watch():
    while process.poll() is None:
        own = resident(process.pid)
        highest["own"] = max(highest["own"], own)
        highest["all"] = max(highest["all"], own + sum(resident(child) for child in below(process.pid)))
        time.sleep(0.2)


watcher = threading.Thread(target=watch)
watcher.start()
process.wait()
watcher.join()
seconds = time.monotonic() - clock
files = json.load(open(f"{folder}/audit.json"))
paged = [file for file in files if file["pages"] > 0]
print(f"{len(files)} documents ({len(paged)} PDF with {sum(file['pages'] for file in paged)} pages) of {len(made)} in {seconds:.0f} s; "
      f"300 at this pace {seconds / len(files) * 300 / 60:.1f} min")
print(f"a document: median {statistics.median(file['seconds'] for file in files):.2f} s, longest {max(file['seconds'] for file in files):.2f} s (several at a time); "
      f"30 pages of PDF: {statistics.median(file['seconds'] / file['pages'] * 30 for file in paged):.2f} s")
print(f"memory at its highest: the command {highest['own']:.0f} MB, with its reading processes {highest['all']:.0f} MB")
print(f"not read {sum(file['unit'] is None for file in files)}; errors {sum(finding.get('severity', '').lower() == 'error' for file in files for finding in file['findings'])}")
