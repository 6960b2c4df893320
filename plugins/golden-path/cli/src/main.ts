import { resolve } from 'node:path';
import { run } from './run';

run(process.argv.slice(2), {
  directory: process.env.SHOPSTACK_CWD ?? process.cwd(),
  // The command is started in the root of the repository, wherever it was called from.
  templates: resolve('templates'),
  out: line => process.stdout.write(`${line}\n`),
  error: line => process.stderr.write(`${line}\n`),
}).then(code => {
  process.exitCode = code;
});
