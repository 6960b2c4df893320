import { MemoryReadModel } from '@shopstack/plugin-kit-node';
import { RevisionMetadataCache } from './RevisionMetadataCache';

describe('RevisionMetadataCache', () => {
  let now = new Date('2026-11-20T10:00:00Z');
  const later = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  const create = (model = new MemoryReadModel()) =>
    new RevisionMetadataCache(model, () => now);

  it('asks for a commit once ever, also over restarts', async () => {
    const model = new MemoryReadModel();
    const load = jest.fn().mockResolvedValue({ author: 'dev' });
    await create(model).get('repo', 'a', load);
    later(60 * 24 * 365);

    await expect(create(model).get('repo', 'a', load)).resolves.toEqual({
      author: 'dev',
    });
    expect(load).toHaveBeenCalledTimes(1);

    await create(model).get('other', 'a', load);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('leaves a commit alone for a while that could not be read', async () => {
    const cache = create();
    const load = jest.fn().mockRejectedValue(new Error('no checkout'));
    await expect(cache.get('repo', 'a', load)).resolves.toBeUndefined();
    later(4);
    await cache.get('repo', 'a', load);
    expect(load).toHaveBeenCalledTimes(1);

    later(2);
    load.mockResolvedValue({ author: 'dev' });
    await expect(cache.get('repo', 'a', load)).resolves.toEqual({
      author: 'dev',
    });
  });
});
