import { ProcessGroup } from './process/ProcessGroup';
import { run } from './run';
import { readTools } from './tools';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    ProcessGroup.interrupt().then(() => process.exit(130));
  });
}

async function main() {
  return run(process.argv.slice(2), readTools(process.env), {
    out: text => process.stdout.write(`${text}\n`),
    error: text => process.stderr.write(`${text}\n`),
  });
}

main().then(
  code => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`bench: ${error.message}\n`);
    process.exitCode = 1;
  },
);
