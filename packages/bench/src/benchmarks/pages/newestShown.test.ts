import { makeService } from '../../lab/services';
import { newestDigests } from '../../stubs/content/images';
import { newestShown } from './newestShown';

const service = makeService('cart', { images: 2500 });
const newest = newestDigests(service.repository, 12);
const view = (body: object) => ({ milliseconds: 1, complete: true, body });
const shown = (ours: string[], peer: string[]) =>
  newestShown(
    service,
    view({ items: ours.map(digest => ({ digest })) }),
    view({
      repositories: [{ images: peer.map(imageDigest => ({ imageDigest })) }],
    }),
  );

describe('newestShown', () => {
  it('wants the newest of ours at the top', () => {
    expect(shown(newest, []).ours).toBe(10);
    expect(shown([newest[11], ...newest], []).ours).toBe(9);
  });

  it('takes those of the peer wherever they stand', () => {
    const late = [...Array(90).fill('sha256:other'), ...newest.slice(0, 4)];
    expect(shown(newest, late).peer).toBe(4);
  });
});
