import { mockServices } from '@backstage/backend-test-utils';
import { EmptyUntilIndexed } from './EmptyUntilIndexed';

const search = (engine: EmptyUntilIndexed, types: string[], term = 'cart') =>
  engine.query({ term, types });

describe('EmptyUntilIndexed', () => {
  it('finds nothing before the first index of a type, and documents after it', async () => {
    const engine = new EmptyUntilIndexed({
      logger: mockServices.logger.mock(),
    });
    expect(await search(engine, ['techdocs'])).toEqual({
      results: [],
      numberOfResults: 0,
    });
    const indexer = await engine.getIndexer('techdocs');
    const closed = new Promise(resolve => indexer.once('close', resolve));
    indexer.end({ title: 'Cart', text: 'cart', location: '/docs/cart' });
    await closed;
    expect(await search(engine, ['techdocs'])).toMatchObject({
      numberOfResults: 1,
    });
    expect(await search(engine, ['software-catalog'])).toMatchObject({
      results: [],
    });
  });

  it('still passes on any other error', async () => {
    const engine = new EmptyUntilIndexed({
      logger: mockServices.logger.mock(),
    });
    engine.setTranslator(() => {
      throw new Error('broken');
    });
    await expect(search(engine, ['techdocs'])).rejects.toThrow('broken');
  });
});
