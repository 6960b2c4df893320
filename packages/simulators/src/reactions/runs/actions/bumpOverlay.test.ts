import { bumpOverlay, tagOf } from './bumpOverlay';
import { StepError } from './types';

const TAG = '0123456789abcdef0123456789abcdef01234567';
const DIGEST = `sha256:${'a'.repeat(64)}`;
const OVERLAY = `# Owned by the team
namespace: order-dev
labels:
- pairs: {a: b}     # odd, but theirs
images:
    - name: shopstack-order
      newName: "registry/shopstack-order"   # never changes
      newTag: "unreleased" # set by the pipeline
    - name: sidecar
      newTag: 'v1'
replicas:
- name: order
  count: 0 # until the first release
- name: other
  count: 4`;

describe('bumpOverlay', () => {
  const bump = { image: 'shopstack-order', workload: 'order', tag: TAG };

  it('changes the tag and, at the first release, the replicas, and nothing else', () => {
    expect(bumpOverlay(OVERLAY, { ...bump, replicas: 2 })).toBe(
      OVERLAY.replace('unreleased', TAG).replace('count: 0', 'count: 2'),
    );
  });

  it('leaves the replicas of a later release alone', () => {
    const released = OVERLAY.replace('unreleased', 'v1').replace(
      'count: 0',
      'count: 5',
    );
    expect(bumpOverlay(released, { ...bump, replicas: 2 })).toBe(
      released.replace('"v1"', `"${TAG}"`),
    );
  });

  it('sets, replaces and takes out the digest beside the tag', () => {
    const line = `      digest: ${DIGEST}\n`;
    const tagged = OVERLAY.replace('unreleased', TAG);
    const pinned = tagged.replace(
      '# set by the pipeline\n',
      `# set by the pipeline\n${line}`,
    );
    expect(bumpOverlay(OVERLAY, { ...bump, digest: DIGEST })).toBe(pinned);
    const other = DIGEST.replaceAll('a', 'b');
    expect(bumpOverlay(pinned, { ...bump, digest: other })).toBe(
      pinned.replace(DIGEST, other),
    );
    expect(bumpOverlay(pinned, bump)).toBe(tagged);
  });

  it('keeps the lines of a file with Windows line ends', () => {
    const windows = OVERLAY.replaceAll('\n', '\r\n');
    expect(bumpOverlay(windows, bump)).toBe(windows.replace('unreleased', TAG));
  });

  it('reads the tag of an image, and refuses an overlay without it', () => {
    expect(tagOf(OVERLAY, 'sidecar')).toBe('v1');
    expect(tagOf(OVERLAY, 'absent')).toBeUndefined();
    expect(() => bumpOverlay(OVERLAY, { ...bump, image: 'absent' })).toThrow(
      StepError,
    );
    expect(() => bumpOverlay('namespace: a\n', bump)).toThrow(StepError);
  });
});
