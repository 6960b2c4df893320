import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the demo organisation lies. */
export const examples = resolve(__dirname, '../../../../../examples');

/** Files of the example repositories: path to text. */
export const apps = readTree('apps-sre');
export const gitops = readTree('cluster-gitops');
export const infra = readTree('infra-terraform');

/** Names of all services of the demo organisation. */
export const services = [
  ...new Set(
    [...apps.keys()].map(path => /^services\/([^/]+)\//.exec(path)?.[1]),
  ),
].filter(service => service !== undefined);

function readTree(repository: string): Map<string, string> {
  const root = join(examples, 'repositories', repository);
  return new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .filter(path => !/\/(node_modules|dist|\.venv)\//.test(path))
      .map(path => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  );
}
