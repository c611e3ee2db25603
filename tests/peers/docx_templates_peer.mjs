import fs from 'node:fs';
import { createReport } from 'docx-templates';

const [template, data, output, rounds] = process.argv.slice(2);
for (let round = 0; round < Number(rounds); round++) {
  const start = performance.now();
  const report = await createReport({
    template: fs.readFileSync(template),
    data: JSON.parse(fs.readFileSync(data, 'utf8')),
    cmdDelimiter: '+++',
  });
  fs.writeFileSync(output, report);
  console.log('round', Math.round(performance.now() - start));
}
