import { ProcessGroup, type ProcessOptions } from './ProcessGroup';

/**
 * Runs a command to its end and answers the seconds that it took.
 *
 * @throws Error with the last lines printed when the command fails.
 */
export async function runToEnd(
  command: string,
  parameters: string[],
  options: ProcessOptions,
): Promise<number> {
  const started = performance.now();
  const group = new ProcessGroup(command, parameters, options);
  const code = await group.ended;
  const seconds = (performance.now() - started) / 1000;
  await group.stop();
  if (code !== 0) {
    throw new Error(
      `${command} ${parameters.join(' ')} ended with ${code}.\n${group.tail}\nThe whole log: ${options.log}`,
    );
  }
  return seconds;
}
