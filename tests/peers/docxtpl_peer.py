import json
import sys
import time

from docxtpl import DocxTemplate

template, data, output, rounds = sys.argv[1:]
for _ in range(int(rounds)):
    start = time.perf_counter()
    document = DocxTemplate(template)
    with open(data, encoding="utf-8") as file:
        document.render(json.load(file), autoescape=True)
    document.save(output)
    print("round", round(1000 * (time.perf_counter() - start)), flush=True)
