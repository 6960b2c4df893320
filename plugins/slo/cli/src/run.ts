import type { Console } from './Console';
import { UsageError } from './UsageError';
import { generate } from './generate';
import { USAGE } from './usage';
import { validate } from './validate';

/** Runs the command and answers the exit code. */
export async function run(args: string[], console: Console): Promise<number> {
  const [command, ...rest] = args;
  const end = rest.includes('--') ? rest.indexOf('--') : rest.length;
  const asksHelp = [command, ...rest.slice(0, end)].some(
    each => each === '--help' || each === '-h',
  );
  if (asksHelp || command === 'help') {
    console.out(`${USAGE}\n`);
    return 0;
  }
  try {
    switch (command) {
      case 'generate':
        return await generate(rest, console);
      case 'validate':
        return await validate(rest, console);
      default:
        throw new UsageError(
          command === undefined
            ? 'there is no command'
            : `there is no command ${JSON.stringify(command)}`,
        );
    }
  } catch (error) {
    console.error(`slo: ${(error as Error).message}`);
    if (!(error instanceof UsageError)) return 1;
    console.error('slo: --help lists commands and flags');
    return 2;
  }
}
