import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startSimulators } from './startSimulators';

const USAGE =
  'main.ts --state DIR [--port 7100] [--examples DIR] [--gitops DIR] [--pace N] [--fresh] [--with-parent]';

/** Longest time that an orderly end may take, in milliseconds. */
const STOP_WITHIN = 1_800;

function readArguments() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '7100' },
      state: { type: 'string' },
      examples: { type: 'string' },
      gitops: { type: 'string' },
      pace: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      'with-parent': { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (!values.state || !Number.isInteger(port) || port < 0 || port > 65_528) {
    throw new Error(`Usage: ${USAGE}`);
  }
  return {
    stateDirectory: resolve(values.state),
    port,
    examples: values.examples && resolve(values.examples),
    gitops: values.gitops && resolve(values.gitops),
    pace: values.pace === undefined ? undefined : Number(values.pace),
    fresh: values.fresh,
    withParent: values['with-parent'],
  };
}

async function main() {
  const { fresh, withParent, ...options } = readArguments();
  if (fresh) {
    for (const part of [
      'world.sqlite',
      'world.sqlite-wal',
      'world.sqlite-shm',
      'repositories',
    ]) {
      rmSync(resolve(options.stateDirectory, part), {
        recursive: true,
        force: true,
      });
    }
  }
  const started = startSimulators({
    ...options,
    log: message =>
      process.stderr.write(`${new Date().toISOString()} ${message}\n`),
  });
  let stopping = false;
  const stop = async () => {
    if (!stopping) {
      stopping = true;
      setTimeout(() => process.exit(0), STOP_WITHIN).unref();
      await (await started).stop();
      process.exit(0);
    }
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  if (withParent) {
    process.stdin.resume().once('end', stop).once('close', stop);
  }
  const running = await started;
  process.stdout.write(`${JSON.stringify(running.answer())}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(1);
});
