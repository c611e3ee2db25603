// Bundles each entry of src/ into dist/, which the C# build embeds. A new bundle is a new line here and in FinalAccounts.Service.csproj.
import { build } from 'esbuild';

await build({
  entryPoints: ['src/app.js', 'src/app.css', 'src/workbench.js', 'src/workbench.css'],
  outdir: 'dist',
  bundle: true,
  minify: true,
  target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
  legalComments: 'eof',
  charset: 'utf8',
});
