import { execFileSync } from 'node:child_process';
import { parseYaml } from '../parseYaml';

/** Both hold the same Kustomize; the version that is compared with is 5. One that go built calls itself (devel). */
const WAYS = [
  { build: ['kubectl', 'kustomize'], version: ['version', '--client'] },
  { build: ['kustomize', 'build'], version: ['version'] },
];

/** The command that builds with a real Kustomize 5; undefined where none is installed. */
export const realKustomize: readonly string[] | undefined = WAYS.find(
  ({ build: [command], version }) => {
    try {
      return /\bv5\.|^\(devel\)/.test(run(command, version));
    } catch {
      return false;
    }
  },
)?.build;

/** What the real one makes of a directory, or why it does not. */
export function buildReally(directory: string): {
  objects?: unknown[];
  error?: string;
} {
  const [command, ...words] = realKustomize ?? WAYS[0].build;
  try {
    return { objects: parseYaml(run(command, [...words, directory])) };
  } catch (error) {
    // The message comes quoted, and its quotes with backslashes.
    return { error: String((error as any).stderr).replaceAll('\\"', '"') };
  }
}

function run(command: string, words: string[]): string {
  return execFileSync(command, words, { encoding: 'utf8', stdio: 'pipe' });
}
