import { execFileSync } from 'node:child_process';

/** What is measured: the benchmark `start` clones this commit, the others run the working tree. */
export function describeCommit(root: string) {
  const git = (...parameters: string[]) =>
    execFileSync('git', parameters, { cwd: root, encoding: 'utf8' }).trim();
  return {
    commit: git('rev-parse', 'HEAD'),
    uncommittedChanges: git('status', '--porcelain') !== '',
  };
}
