import { text } from 'node:stream/consumers';
import { run } from './run';

run(process.argv.slice(2), {
  directory: process.env.SHOPSTACK_CWD ?? process.cwd(),
  out: result => process.stdout.write(result),
  error: line => process.stderr.write(`${line}\n`),
  input: () => text(process.stdin),
}).then(code => {
  process.exitCode = code;
});
