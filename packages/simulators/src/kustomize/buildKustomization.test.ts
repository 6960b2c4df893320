import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import {
  describeWith,
  describeWithRealInput,
  realInput,
} from './__testUtils__/realInput';
import { buildKustomization } from './buildKustomization';
import { KustomizeError } from './KustomizeError';
import { parseYaml } from './parseYaml';
import { kustomizationDirectories, readFiles } from './__testUtils__/readFiles';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

const root = resolve(__dirname, '__fixtures__');
const files = readFiles(root);
const directories = (kind: string) =>
  kustomizationDirectories(files).filter(path => path.startsWith(`${kind}/`));

const withKubectl = describeWith(hasKubectl(), 'kubectl');
const withRealInput = describeWithRealInput(hasKubectl());

describe('buildKustomization', () => {
  it.each(directories('accepted'))('builds %s', directory => {
    expect(build(files, directory)).toBeInstanceOf(Array);
  });

  it.each([...directories('refused'), ...directories('unsupported')])(
    'says why it does not build %s',
    directory => {
      const refusal = refusalOf(() => buildKustomization(files, directory));
      expect(refusal).toBeInstanceOf(KustomizeError);
      expect(refusal.message).toContain(expectedOf(directory));
    },
  );

  it('leaves the files it was given as they are', () => {
    const once = build(files, 'accepted/merge');
    expect(build(files, 'accepted/merge')).toEqual(once);
  });
});

withKubectl('buildKustomization beside kubectl kustomize', () => {
  it.each(directories('accepted'))('builds %s alike, in order', directory => {
    const theirs = kubectl(root, directory);
    expect(theirs.error).toBeUndefined();
    expect(build(files, directory)).toEqual(theirs.objects);
  });

  it.each(directories('refused'))('refuses %s in its words', directory => {
    expect(kubectl(root, directory).error).toContain(expectedOf(directory));
  });
});

withRealInput('buildKustomization of an existing repository', () => {
  it('builds everything alike', () => {
    const real = readFiles(realInput);
    const local = kustomizationDirectories(real).filter(
      directory =>
        !/https?:/.test(real.get(`${directory}/kustomization.yaml`)!),
    );
    expect(local.length).toBeGreaterThan(0);
    for (const directory of local) {
      expect(build(real, directory)).toEqual(
        kubectl(realInput, directory).objects,
      );
    }
  });
});

function expectedOf(directory: string): string {
  return files.get(`${directory}/expected.txt`)!.trim();
}

/** Our answer, as it would come out of YAML. */
function build(from: Map<string, string>, directory: string): unknown {
  return JSON.parse(JSON.stringify(buildKustomization(from, directory)));
}

function refusalOf(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it was built');
}

function kubectl(
  directory: string,
  path: string,
): { objects?: unknown[]; error?: string } {
  try {
    const output = execFileSync(
      'kubectl',
      ['kustomize', resolve(directory, path)],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    );
    return { objects: parseYaml(output) };
  } catch (error) {
    // The message comes quoted, and its quotes with backslashes.
    return { error: String((error as any).stderr).replaceAll('\\"', '"') };
  }
}

function hasKubectl(): boolean {
  try {
    execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
