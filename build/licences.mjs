// Writes docs/licences.md: every package that is shipped, with its version and licence, from the lock files and the packages themselves.
// node build/licences.mjs [--check]: with --check only tells whether the file is as it would be written.
import { readFileSync, readdirSync, writeFileSync, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = process.env.NUGET_PACKAGES || join(homedir(), '.nuget', 'packages');
const target = join(root, 'docs', 'licences.md');

const nuget = () => {
  const lock = JSON.parse(readFileSync(join(root, 'src/FinalAccounts.Cli/packages.lock.json'), 'utf8'));
  const found = new Map();
  for (const framework of Object.values(lock.dependencies)) {
    for (const [name, entry] of Object.entries(framework)) {
      if (entry.type !== 'Project') {
        found.set(name, entry.resolved);
      }
    }
  }
  return [...found].map(([name, version]) => [name, version, nuspecLicence(name, version)]);
};

const nuspecLicence = (name, version) => {
  const folder = join(packages, name.toLowerCase(), version.toLowerCase());
  if (!existsSync(folder)) {
    throw new Error(`${name} ${version} is not in ${packages}: dotnet restore first`);
  }
  const nuspec = readFileSync(join(folder, readdirSync(folder).find(file => file.endsWith('.nuspec'))), 'utf8');
  const [, kind, text] = /<license type="(\w+)"[^>]*>([^<]+)<\/license>/.exec(nuspec) ?? [];
  if (kind === 'expression') {
    return text.trim();
  }
  if (kind === 'file') {
    const file = join(folder, text.trim().replaceAll('\\', '/'));
    return `${existsSync(file) ? named(readFileSync(file, 'utf8')) : 'see the package'} (${text.trim()})`;
  }
  return /<licenseUrl>([^<]+)<\/licenseUrl>/.exec(nuspec)?.[1].trim() ?? 'not stated';
};

const named = text => /Apache License/i.test(text) ? 'Apache-2.0' : /Permission is hereby granted, free of charge/i.test(text) ? 'MIT'
  : /LESSER GENERAL PUBLIC|LGPL ?v3/i.test(text) ? 'LGPL-3.0' : /Redistribution and use in source and binary/i.test(text) ? 'BSD' : 'see the package';

const npm = folder => Object.entries(JSON.parse(readFileSync(join(root, folder, 'package-lock.json'), 'utf8')).packages)
  .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link)
  .map(([path, entry]) => [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length), entry.version, entry.license ?? 'not stated', entry.dev ? 'build' : '']);

const compare = (a, b) => (a[0].toLowerCase() < b[0].toLowerCase() ? -1 : a[0].toLowerCase() > b[0].toLowerCase() ? 1 : a[1] < b[1] ? -1 : 1);
const table = rows => ['| package | version | licence |', '|---|---|---|', ...[...new Set(rows.sort(compare).map(row => `| ${row[0]} | ${row[1]} | ${row[2]} |`))]].join('\n');

const text = `# Licences

Written by \`node build/licences.mjs\` from the lock files; a test compares. Fonts come from the system, Typst through the package below. The parts list for machines (CycloneDX) is made by \`build/sbom.sh\`.

## Program (NuGet)
${table(nuget())}

## Typesetter (npm)
${table(npm('src/FinalAccounts.Rendering/Typst/Worker'))}

## Pages in the browser (npm)
Bundled into the pages or used to build them.

${table(npm('src/FinalAccounts.Service/web'))}
`;
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('docs/licences.md is not as the lock files have it: node build/licences.mjs');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
