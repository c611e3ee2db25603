"""Measures whole documents as a person waits for them, ours and other programs', and writes the page of results.

Each way is started anew several times (cold: the shortest wall time of a process) and, where the program can, runs several
rounds in one process (warm: the shortest round after the first). The shortest counts, for what disturbs only ever adds.
"""
import argparse
import glob
import os
import re
import resource
import subprocess
import sys
import threading
import time

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
arguments = argparse.ArgumentParser()
arguments.add_argument("--starts", type=int, default=3, help="processes for each way")
arguments.add_argument("--rounds", type=int, default=5, help="rounds in the warm process")
arguments.add_argument("--work", required=True, help="folder for what is made")
arguments.add_argument("--report", default=os.path.join(root, "docs", "benchmarks.md"))
arguments.add_argument("--limit", type=int, default=300, help="seconds for one process")
options = arguments.parse_args()
work = os.path.abspath(options.work)

ours = os.path.join(root, "src/FinalAccounts.Cli/bin/Release/net10.0/finalaccounts.dll")
bench = os.path.join(root, "tests/FinalAccounts.Benchmarks/bin/Release/net10.0/FinalAccounts.Benchmarks.dll")
sample = os.path.join(root, "samples/whdh-2023")
environment = {**os.environ, "FINALACCOUNTS_HOME": root, "DOTNET_CLI_TELEMETRY_OPTOUT": "1"}


def tree(process):
    """The process and all below it."""
    below = {}
    for entry in glob.glob("/proc/[0-9]*/stat"):
        try:
            with open(entry) as file:
                text = file.read()
        except OSError:
            continue
        fields = text[text.rindex(")") + 2:].split()
        below.setdefault(int(fields[1]), []).append(int(entry.split("/")[2]))
    found, waiting = [], [process]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting.extend(below.get(one, []))
    return found


def memory(process):
    """Proportional set sizes in MB: of the tree, and of its first process."""
    total = first = 0
    for one in tree(process):
        try:
            with open(f"/proc/{one}/smaps_rollup") as file:
                pss = int(re.search(r"^Pss:\s+(\d+)", file.read(), re.M).group(1)) / 1024
        except (OSError, AttributeError):
            continue
        total += pss
        if one == process:
            first = pss
    return total, first


def run(command, codes=(0,)):
    """One process: wall seconds, CPU seconds, peak memory, lines of output."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, cwd=work)
    peak, ended = [0, 0], threading.Event()

    def watch():
        while not ended.wait(0.1):
            for place, value in enumerate(memory(process.pid)):
                peak[place] = max(peak[place], value)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        output, errors = process.communicate(timeout=options.limit)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return None
    finally:
        wall = time.perf_counter() - start
        ended.set()
        watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in codes:
        sys.exit(f"{' '.join(command)}\n{output}{errors}")
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak, output


def rounds_of(output):
    found = re.findall(r"^round (\d+)", output, re.M) or re.findall(r"合计\s+(\d+) 毫秒", output)
    return [int(value) / 1000 for value in found]


def measure(name, command, warm=None):
    """command(rounds) is the process; warm says whether it can do several rounds."""
    cold = [run(command(1)) for _ in range(options.starts)]
    if None in cold:
        print(f"{name}: not done within {options.limit} s", flush=True)
        return {"name": name, "late": True}
    best = min(cold, key=lambda one: one[0])
    result = {"name": name, "cold": best[0], "cpu": min(one[1] for one in cold), "tree": best[2][0], "first": best[2][1]}
    if warm == "rounds":
        several = run(command(options.rounds))
        if several is not None:
            result["warm"] = min(rounds_of(several[3])[1:])
            result["after"] = several[2][1]
    elif warm == "difference":
        several = run(command(3))
        if several is not None:
            result["warm"] = (several[0] - best[0]) / 2
    print({key: round(value, 2) if isinstance(value, float) else value for key, value in result.items()}, flush=True)
    return result


def generate(formats):
    return lambda rounds: [
        "dotnet", ours, "generate", sample, "--formats", formats, "--output", f"{work}/out", "--timings", "--repeat", str(rounds)]


def make(kind, suffix=""):
    return f"{work}/made{suffix}.{kind}"


run(generate("docx,pdf,html,xlsx")(1))
page, pdf, word = (glob.glob(f"{work}/out/2023/*/*.{kind}")[0] for kind in ("html", "pdf", "docx"))
for source, target in ((page, "page.html"), (word, "word.docx")):
    with open(source, "rb") as file, open(f"{work}/{target}", "wb") as copy:
        copy.write(file.read())
page, word = f"{work}/page.html", f"{work}/word.docx"
for number in range(1, 4):
    with open(word, "rb") as file, open(f"{work}/word{number}.docx", "wb") as copy:
        copy.write(file.read())
pages = int(re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", pdf], capture_output=True, text=True).stdout).group(1))
python = "/usr/bin/python3"
subprocess.run([python, f"{here}/templates.py", page, work], check=True)

chrome = ["--headless", "--disable-gpu", "--no-sandbox", "--no-first-run", "--disable-background-networking",
          "--disable-extensions", "--disable-component-update", "--generate-pdf-document-outline", "--no-pdf-header-footer"]


def bare(browser):
    return lambda rounds: ["dotnet", bench, "bare", browser, page, str(rounds), make("pdf", "-bare")]


def alone(browser):
    return lambda rounds: [browser, *chrome, f"--user-data-dir={work}/profile-{browser}", f"--print-to-pdf={make('pdf', '-cli')}", "file://" + page]


groups = [
    ("Word", "From the data to the Word file. Ours reads two workbooks, checks, writes the text and draws native charts; once more from a data file and without the checks, which is where the templating libraries begin; page numbers "
     "are left open here, since no other way has them. pandoc converts our finished web page. The three templating libraries are given "
     "a template that already holds the whole text, with a loop for each of the tables; they draw no charts, join no cells and have no contents.", [
        ("FinalAccounts", lambda rounds: ["dotnet", bench, "word", str(rounds), make("docx")], "rounds"),
        ("FinalAccounts, from a data file, without checks", lambda rounds: ["dotnet", bench, "fill", str(rounds), make("docx", "0")], "rounds"),
        ("docxtpl", lambda rounds: [python, f"{here}/docxtpl_peer.py", f"{work}/docxtpl.docx", f"{work}/data.json", make("docx", "1"), str(rounds)], "rounds"),
        ("docxtemplater", lambda rounds: ["node", f"{here}/docxtemplater_peer.mjs", f"{work}/docxtemplater.docx", f"{work}/data.json", make("docx", "2"), str(rounds)], "rounds"),
        ("docx-templates", lambda rounds: ["node", f"{here}/docx_templates_peer.mjs", f"{work}/docx_templates.docx", f"{work}/data.json", make("docx", "3"), str(rounds)], "rounds"),
        ("pandoc, HTML to Word", lambda rounds: ["pandoc", "--toc", page, "-o", make("docx", "4")], None),
    ]),
    ("PDF", "The same document on paper. Ours starts from the two workbooks and prints the page numbers of the contents; bare Chromium prints our "
     "finished web page once; LibreOffice converts our finished Word file (its later files: the time that a second and third file add). "
     "WeasyPrint writes no tags. Typst sets the same text as bare paragraphs, as many pages: what the engine itself takes. "
     "Ours, warm: the same document once more, of which the engine remembers much, and a document that it has not seen.", [
        ("FinalAccounts", generate("pdf"), "rounds"),
        ("FinalAccounts, a document not seen before", lambda rounds: ["dotnet", bench, "pdf", str(rounds), make("pdf", "-new")], "rounds"),
        ("Typst, plain text of as many pages", lambda rounds: ["node", f"{here}/typst_peer.mjs", page, str(pages), make("pdf", "-plain"), str(rounds)], "rounds"),
        ("bare Chromium (headless shell), kept warm", bare("/usr/lib/chromium/chromium-headless-shell"), "rounds"),
        ("bare Chromium (full), kept warm", bare("/usr/bin/chromium"), "rounds"),
        ("bare Chromium (headless shell), command line", alone("chromium-headless-shell"), None),
        ("bare Chromium (full), command line", alone("chromium"), None),
        ("LibreOffice, Word to PDF", lambda rounds: ["soffice", f"-env:UserInstallation=file://{work}/office", "--headless", "--convert-to", "pdf",
                                                    "--outdir", work, *[f"{work}/word{number}.docx" for number in range(1, rounds + 1)]], "difference"),
        ("WeasyPrint", lambda rounds: [python, f"{here}/weasyprint_peer.py", page, make("pdf", "-weasy"), str(rounds)], None),
    ]),
    ("All four files", "Word, PDF, HTML and Excel from the two workbooks, with page numbers in all of them.", [
        ("FinalAccounts", generate("docx,pdf,html,xlsx"), "rounds"),
    ]),
]
# The sample has errors: 1 is the right answer of a check.
checks = [run(["dotnet", ours, "check", sample], codes=(1,)) for _ in range(max(3, options.starts))]
# LibreOffice makes its profile on its first start; that is not the conversion.
run(["soffice", f"-env:UserInstallation=file://{work}/office", "--headless", "--convert-to", "pdf", "--outdir", work, word])
results = {title: (said, [measure(*way) for way in ways]) for title, said, ways in groups}


def version(*command):
    out = subprocess.run(command, capture_output=True, text=True)
    return (out.stdout or out.stderr).strip().split("\n")[0]


def debian(package):
    return version("dpkg-query", "-W", "-f", "${Version}", package)


def npm(package):
    return version("node", "-p", f"require('{here}/node_modules/{package}/package.json').version")


def number(value, digits=2):
    return "–" if value is None else f"{value:.{digits}f}"


with open("/proc/cpuinfo") as file:
    processor = re.search(r"model name\s*: (.*)", file.read()).group(1)
with open("/proc/meminfo") as file:
    gibibytes = int(re.search(r"MemTotal:\s+(\d+)", file.read()).group(1)) / 2**20
lines = [
    "# How fast, beside what people would use instead", "",
    f"Written by `./bench.sh` on {time.strftime('%Y-%m-%d')}. The document is `samples/whdh-2023`: {pages} pages, 206 headings, nine tables and the forms, "
    f"four charts. {options.starts} starts (cold) and {options.rounds} rounds in one process (warm) of each way; the shortest counts.", "",
    f"Machine: {processor}, {os.cpu_count()} cores, {gibibytes:.0f} GiB; load average at the end {os.getloadavg()[0]:.1f} "
    "(where it is above the cores, other work shared the machine: compare the rows, not the seconds). "
    f"Versions: .NET {version('dotnet', '--version')}, Chromium {debian('chromium')}, LibreOffice {debian('libreoffice-writer')}, pandoc {debian('pandoc')}, "
    f"WeasyPrint {debian('weasyprint')}, docxtpl {debian('python3-docxtpl')}, docxtemplater {npm('docxtemplater')}, docx-templates {npm('docx-templates')}, Node {version('node', '--version')}.", "",
    "Memory is the sum of the proportional set sizes of the process and its children at its highest, looked at every 0.1 s; "
    "the first process alone stands after it. CPU seconds miss processes of a browser that nobody waited for at the end. Pages per second are those of the warm time, or of the cold one where there is none.", "",
]
for title, (said, ways) in results.items():
    lines += [f"## {title}", "", said, "",
              "| way | cold, s | warm, s | CPU cold, s | memory, MB (first process) | pages/s | ours, cold : it | ours, warm : it |", "|---|--:|--:|--:|--:|--:|--:|--:|"]
    first = ways[0]
    for way in ways:
        if way.get("late"):
            lines.append(f"| {way['name']} | over {options.limit} | | | | | | |")
            continue
        warm, cold = way.get("warm"), way["cold"]
        lines.append(
            f"| {way['name']} | {number(cold)} | {number(warm)} | {number(way['cpu'])} | {way['tree']:.0f} ({way['first']:.0f}) | {pages / (warm or cold):.0f} | "
            f"{number(first['cold'] / cold)} | {number(first['warm'] / (warm or cold))} |")
    lines.append("")
word_warm, printed = results["Word"][1], {way["name"]: way for way in results["PDF"][1]}
shell, full = (printed[f"bare Chromium ({kind}), kept warm"] for kind in ("headless shell", "full"))
office, four, paper = printed["LibreOffice, Word to PDF"], results["All four files"][1][0], printed["FinalAccounts"]
new = printed["FinalAccounts, a document not seen before"]
rest = [way for way in word_warm[2:] if not way.get("late")]
fastest = min((way.get("warm") or way["cold"]) for way in rest)
lines += [
    "## What was to be reached", "", "| | to reach | measured |", "|---|---|---|",
    f"| Word, warm, against the fastest other way, both from a data file | faster | {fastest / word_warm[1]['warm']:.1f} times as fast |",
    f"| the same, ours from the workbooks and with all checks | faster | {fastest / word_warm[0]['warm']:.1f} times as fast |",
    f"| Word, warm, against pandoc | 5 times as fast | {word_warm[-1]['cold'] / word_warm[0]['warm']:.1f} times |",
    f"| Word, warm, against a LibreOffice conversion | 5 times as fast | {office['warm'] / word_warm[0]['warm']:.1f} times |",
    f"| Word, cold, against docxtpl | no slower | {word_warm[0]['cold'] / word_warm[2]['cold']:.1f} times its time |",
    f"| PDF from the workbooks, warm, a document not seen before, against one bare print of the page by headless Chromium | at most 0.4 | {new['warm'] / shell['warm']:.2f} (full Chromium: {new['warm'] / full['warm']:.2f}) |",
    f"| the same document once more | | {paper['warm'] / shell['warm']:.2f} |",
    f"| PDF, cold, against headless Chromium from its command line | at most 0.5 | {paper['cold'] / printed['bare Chromium (headless shell), command line']['cold']:.2f} |",
    f"| memory of all our processes for a PDF | at most 0.7 of 616 MB: 431 MB | {paper['tree']:.0f} MB |",
    f"| four files from the workbooks, warm, against that print | under 1.5 | {four['warm'] / shell['warm']:.2f} (full Chromium: {four['warm'] / full['warm']:.2f}) |",
    f"| `check` of the sample, cold | at most 1.0 s | {min(one[0] for one in checks):.2f} s, {min(one[1] for one in checks):.2f} s of CPU |",
    f"| memory of our own process, {options.rounds} documents one after another | under 400 MB | {four.get('after', four['first']):.0f} MB |", "",
]
with open(options.report, "w", encoding="utf-8") as file:
    file.write("\n".join(lines))
print(f"written: {options.report}")
