import { prepare } from './lib/prepare.mjs';
import { main, Problem } from './lib/say.mjs';

/** What `npm run lint`, `typecheck`, `knip` and `format` are made of. */
const tools = {
  lint: ['backstage-cli', 'repo', 'lint', '--max-warnings', '0'],
  typecheck: ['tsc', '--noEmit', '--incremental', 'false'],
  knip: ['knip'],
  format: ['prettier', '--write', '--log-level', 'warn', '.'],
};

await main(async () => {
  const [name, ...parameters] = process.argv.slice(2);
  const [command, ...fixed] = tools[name] ?? [];
  if (!command)
    throw new Problem(
      `Unknown tool ${name}: one of ${Object.keys(tools).join(', ')}`,
    );
  const { binary } = await prepare();
  const { code } = await binary(command, [...fixed, ...parameters], {
    allowFailure: true,
  });
  process.exit(code === 0 ? 0 : 1);
});
