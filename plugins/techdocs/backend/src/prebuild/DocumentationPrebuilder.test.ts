import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { DocumentationPrebuilder } from './DocumentationPrebuilder';

const indexing =
  'search .backstage/scheduler/v1/tasks/search_index_techdocs/trigger';
const updated = 'event: finish\ndata: {"updated":true}\n\n';
const unchanged = 'event: finish\ndata: {"updated":false}\n\n';
const failed = 'event: log\ndata: "x"\n\nevent: error\ndata: "no docs"\n\n';

const component = (name: string, documented = true): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: documented ? { 'backstage.io/techdocs-ref': 'dir:.' } : {},
  },
});

function prepare(...entities: Entity[]) {
  const calls: string[] = [];
  const logger = mockServices.logger.mock();
  const given = {
    calls,
    logger,
    now: 0,
    entities,
    answer: (call: string): string => (call === indexing ? '' : updated),
  };
  const prebuilder = new DocumentationPrebuilder({
    auth: mockServices.auth(),
    caller: {
      call: async (pluginId, path) => {
        calls.push(`${pluginId} ${path}`);
        return given.answer(`${pluginId} ${path}`);
      },
    },
    catalog: catalogServiceMock.mock({
      streamEntities: (...input) =>
        catalogServiceMock({ entities: given.entities }).streamEntities(
          ...input,
        ),
    }),
    logger,
    now: () => given.now,
    recheckAfter: 1000,
  });
  return Object.assign(given, {
    round: async (signal = new AbortController().signal) => {
      calls.length = 0;
      await prebuilder.run(signal);
      return [...calls];
    },
  });
}

describe('DocumentationPrebuilder', () => {
  it('builds every entity with documentation, then has the index renewed', async () => {
    const given = prepare(component('cart'), component('bare', false), {
      ...component('a b'),
      kind: 'API',
    });
    expect(await given.round()).toEqual([
      'techdocs sync/default/Component/cart',
      'techdocs sync/default/API/a%20b',
      indexing,
    ]);
  });

  it('asks nobody while the catalog is empty, and builds what appears later', async () => {
    const given = prepare();
    expect(await given.round()).toEqual([]);
    given.entities = [component('cart')];
    expect(await given.round()).toHaveLength(2);
    given.entities.push(component('order'));
    expect(await given.round()).toEqual([
      'techdocs sync/default/Component/order',
      indexing,
    ]);
  });

  it('looks again only after a while, and indexes only what has changed', async () => {
    const given = prepare(component('cart'));
    await given.round();
    given.now = 999;
    expect(await given.round()).toEqual([]);
    given.now = 1000;
    given.answer = () => unchanged;
    expect(await given.round()).toEqual([
      'techdocs sync/default/Component/cart',
    ]);
    given.now = 2000;
    given.answer = () => updated;
    expect(await given.round()).toHaveLength(2);
  });

  it('builds at once what left the catalog and came back', async () => {
    const given = prepare(component('cart'));
    await given.round();
    given.entities = [];
    await given.round();
    given.entities = [component('cart')];
    expect(await given.round()).toContain(
      'techdocs sync/default/Component/cart',
    );
  });

  it('indexes after a start although nothing was built: the index was in memory', async () => {
    const given = prepare(component('cart'));
    given.answer = () => unchanged;
    expect(await given.round()).toContain(indexing);
  });

  it('warns of a failure with the entity and goes on', async () => {
    const given = prepare(component('cart'), component('order'));
    given.answer = call => (call.endsWith('cart') ? failed : updated);
    expect(await given.round()).toHaveLength(3);
    expect(given.logger.warn).toHaveBeenCalledTimes(1);
    expect(given.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('component:default/cart'),
      expect.objectContaining({ message: 'no docs' }),
    );
  });

  it('asks for the index again until indexing starts', async () => {
    const given = prepare(component('cart'));
    given.answer = call => {
      if (call === indexing) {
        throw new Error('currently running');
      }
      return updated;
    };
    await given.round();
    given.answer = () => '';
    expect(await given.round()).toEqual([indexing]);
    expect(await given.round()).toEqual([]);
    expect(given.logger.warn).not.toHaveBeenCalled();
  });

  it('stops where it is when it is told to, and goes on from there', async () => {
    const given = prepare(component('cart'), component('order'));
    const controller = new AbortController();
    given.answer = () => {
      controller.abort();
      throw controller.signal.reason;
    };
    expect(await given.round(controller.signal)).toHaveLength(1);
    expect(given.logger.warn).not.toHaveBeenCalled();
    given.answer = () => updated;
    expect(await given.round()).toHaveLength(3);
  });
});
