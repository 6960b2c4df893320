import { CONTAINER } from './types';

/** A line as CodeBuild writes it to the log: what it says itself carries the time. */
export function stampLine(line: string, time: Date): string {
  const written = time
    .toISOString()
    .replace(/-/g, '/')
    .replace('T', ' ')
    .replace('Z', '000');
  return line.startsWith(CONTAINER)
    ? `${CONTAINER}${written} ${line.slice(CONTAINER.length)}\n`
    : `${line}\n`;
}
