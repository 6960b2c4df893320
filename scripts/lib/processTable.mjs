import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A killed process whose parent has not taken notice yet still has a number, but holds nothing any more. */
function isZombie(pid) {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** True while the process runs. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      return '';
    }
  }
}

/** True when the process runs and its command line holds the text: numbers are given out again after a restart of the machine. */
export const runsCommand = (pid, text) =>
  isAlive(pid) && commandOf(pid).includes(text);
