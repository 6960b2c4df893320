import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The options for Node itself in a command line, without the modules that it preloads. */
export function parseNodeOptions(commandLine: string[]): string[] {
  const options: string[] = [];
  for (let index = 1; index < commandLine.length; index += 1) {
    const part = commandLine[index];
    if (!part.startsWith('-')) break;
    if (part === '--require' || part === '-r') index += 1;
    else if (!part.startsWith('--require=')) options.push(part);
  }
  return options;
}

/**
 * With which options a running Node process was started. Read from the process, so that the other side of a comparison
 * cannot get different ones.
 */
export function nodeOptionsOf(pid: number): string[] {
  const commandLine =
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
      : execFileSync('ps', ['-o', 'args=', '-p', String(pid)], {
          encoding: 'utf8',
        }).split(/\s+/);
  return parseNodeOptions(commandLine);
}
