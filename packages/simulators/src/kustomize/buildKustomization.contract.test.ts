import { resolve } from 'node:path';
import {
  describeWith,
  describeWithRealInput,
  realInput,
} from './__testUtils__/realInput';
import { buildKustomization } from './buildKustomization';
import { KustomizeError } from './KustomizeError';
import { buildReally, realKustomize } from './__testUtils__/realKustomize';
import { kustomizationDirectories, readFiles } from './__testUtils__/readFiles';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

const root = resolve(__dirname, '__fixtures__');
const files = readFiles(root);
const directories = (kind: string) =>
  kustomizationDirectories(files).filter(path => path.startsWith(`${kind}/`));

const isThere = realKustomize !== undefined;
const withKustomize = describeWith(isThere, 'Kustomize 5');
const withRealInput = describeWithRealInput(isThere);

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

withKustomize('buildKustomization beside the real one', () => {
  it.each(directories('accepted'))('builds %s alike, in order', directory => {
    const theirs = buildReally(resolve(root, directory));
    expect(theirs.error).toBeUndefined();
    expect(build(files, directory)).toEqual(theirs.objects);
  });

  it.each(directories('refused'))('refuses %s in its words', directory => {
    expect(buildReally(resolve(root, directory)).error).toContain(
      expectedOf(directory),
    );
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
        buildReally(resolve(realInput, directory)).objects,
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
