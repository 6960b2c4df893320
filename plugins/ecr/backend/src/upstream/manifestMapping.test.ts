import { readManifests, toManifestFacts } from './manifestMapping';

const digest = `sha256:${'a'.repeat(64)}`;
const child = (letter: string) => `sha256:${letter.repeat(64)}`;

describe('toManifestFacts', () => {
  it('reads the images of an index and the commit', () => {
    const text = JSON.stringify({
      schemaVersion: 2,
      annotations: { 'org.opencontainers.image.revision': 'ABCDEF0123' },
      manifests: [
        {
          digest: child('b'),
          platform: { os: 'linux', architecture: 'amd64' },
        },
        {
          digest: child('c'),
          platform: { os: 'linux', architecture: 'arm64', variant: 'v8' },
        },
        {
          digest: child('d'),
          platform: { os: 'unknown', architecture: 'unknown' },
        },
        { digest: '../../etc' },
        null,
      ],
    });
    expect(toManifestFacts(digest, text)).toEqual({
      digest,
      commit: 'abcdef0123',
      children: [
        { digest: child('b'), platform: 'linux/amd64' },
        { digest: child('c'), platform: 'linux/arm64/v8' },
        { digest: child('d') },
      ],
    });
  });

  it.each([['<html>'], ['null'], ['[1'], ['7']])(
    'reads nothing of %s',
    text => {
      expect(toManifestFacts(digest, text)).toBeUndefined();
    },
  );

  it.each([['v1.2'], ['../../x'], [7], ['abc']])(
    'takes the revision %j for no commit',
    revision => {
      const annotations = { 'org.opencontainers.image.revision': revision };
      expect(toManifestFacts(digest, JSON.stringify({ annotations }))).toEqual({
        digest,
        children: [],
      });
    },
  );
});

describe('readManifests', () => {
  const image = { imageId: { imageDigest: digest }, imageManifest: '{}' };

  it('leaves out what could not be handed out or understood', () => {
    const failures = [{ failureCode: 'ImageNotFound' }];
    expect(readManifests('it', { images: [image], failures })).toEqual([
      { digest, children: [] },
    ]);
    expect(readManifests('it', { images: [], failures })).toEqual([]);
    expect(readManifests('it', { failures })).toEqual([]);
    expect(
      readManifests('it', { images: [{ ...image, imageManifest: 'x' }, 7] }),
    ).toEqual([]);
  });

  it('does not take an answer without images for one that has none', () => {
    expect(() => readManifests('it', {})).toThrow('does not understand');
  });
});
