import sys
import time

from weasyprint import HTML

page, output, rounds = sys.argv[1:]
for _ in range(int(rounds)):
    start = time.perf_counter()
    HTML(page).write_pdf(output)
    print("round", round(1000 * (time.perf_counter() - start)), flush=True)
