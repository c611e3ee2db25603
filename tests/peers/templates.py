"""Makes a Word template for each templating library: the text as it stands, each table with a loop over its rows; and the rows as JSON."""
import json
import sys

from docx import Document

import blocks

page, folder = sys.argv[1:]
content = blocks.read(page)


def width(block):
    return max(len(row) for row in block[1] + block[2])


def docxtpl(table, name, columns):
    fill(table.add_row(), ["{%tr for r in " + name + " %}"])
    fill(table.add_row(), ["{{ r.c%d }}" % column for column in range(columns)])
    fill(table.add_row(), ["{%tr endfor %}"])


def docxtemplater(table, name, columns):
    cells = ["{c%d}" % column for column in range(columns)]
    cells[0] = "{#" + name + "}" + cells[0]
    cells[-1] += "{/" + name + "}"
    fill(table.add_row(), cells)


def docx_templates(table, name, columns):
    fill(table.add_row(), ["+++FOR r IN " + name + "+++"])
    fill(table.add_row(), ["+++INS $r.c%d+++" % column for column in range(columns)])
    fill(table.add_row(), ["+++END-FOR r+++"])


def fill(row, texts):
    # One look at the row's cells: python-docx computes them anew each time.
    for cell, text in zip(row.cells, texts):
        cell.paragraphs[0].add_run(text)


def make(loop, path):
    document, number = Document(), 0
    for block in content:
        if block[0] == "table":
            columns = width(block)
            table = document.add_table(0, columns)
            table.style = "Table Grid"
            for head in block[1]:
                fill(table.add_row(), head)
            loop(table, f"t{number}", columns)
            number += 1
        elif block[0][0] == "h":
            document.add_heading(block[1], int(block[0][1]))
        else:
            document.add_paragraph(block[1])
    document.save(path)


tables = [block for block in content if block[0] == "table"]
data = {
    f"t{number}": [{f"c{column}": (row[column] if column < len(row) else "") for column in range(width(block))} for row in block[2]]
    for number, block in enumerate(tables)
}
with open(f"{folder}/data.json", "w", encoding="utf-8") as file:
    json.dump(data, file, ensure_ascii=False)
for loop in (docxtpl, docxtemplater, docx_templates):
    make(loop, f"{folder}/{loop.__name__}.docx")
