import { mockServices } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import { subscribeToNotifications } from '../notifications';
import type { FleetApplication } from '../store/FleetApplication';
import type { FleetStore } from '../store/FleetStore';
import { ApplicationNews } from './ApplicationNews';
import { EntityApplications } from './EntityApplications';
import { fleetTopic } from './FleetSources';
import type { InstanceReader } from './InstanceReader';
import { RolloutProgress } from './RolloutProgress';

const application = (
  name: string,
  labels: Record<string, string>,
): FleetApplication => ({
  instance: 'main',
  namespace: 'argocd',
  name,
  project: 'default',
  labels,
  sync: 'Synced',
  health: 'Healthy',
});

describe('news of applications', () => {
  let keys: string[];
  let expired: string[];
  let fleet: FleetApplication[];
  const announce = jest.fn();
  /** Keeps the keys that were observed, and answers which of them an event makes due. */
  const observed = {
    observe: async ({ key }: { key: string }) => {
      keys.push(key);
      return { items: [], sources: [] };
    },
    expire: async (selection: string | ((key: string) => boolean)) => {
      expired.push(
        ...keys.filter(key =>
          typeof selection === 'string' ? key === selection : selection(key),
        ),
      );
    },
  };
  let applications: EntityApplications;
  let news: ApplicationNews;
  const expiredSelectors = () =>
    expired
      .map(key => JSON.parse(key.slice(key.indexOf('['))))
      .map(
        ([instance, { selector, names }]) =>
          `${instance} ${selector ?? names.join()}`,
      );

  beforeEach(async () => {
    keys = [];
    expired = [];
    fleet = [];
    announce.mockClear();
    const source = observed as never;
    applications = new EntityApplications({
      readers: ['main', 'edge'].map(name => ({ name }) as InstanceReader),
      observed: source,
      maxAgeSeconds: 10,
    });
    news = new ApplicationNews({
      applications,
      rollouts: new RolloutProgress({ observed: source, maxAgeSeconds: 10 }),
      store: { list: async () => fleet } as unknown as FleetStore,
      changes: { announce },
    });
    for (const selection of [
      { selector: 'app=cart', names: [] },
      { selector: 'app=user', names: [] },
      { names: ['cart-dev'] },
      { names: ['cart-dev'], project: 'other' },
    ]) {
      await applications.observe({ selection, instances: [] });
    }
  });

  it('makes due what selects an application, in its instance alone', async () => {
    await news.changed('main', [
      { after: application('cart-dev', { app: 'cart' }) },
    ]);
    expect(expiredSelectors()).toEqual(['main app=cart', 'main cart-dev']);
    expect(announce).toHaveBeenCalledWith([fleetTopic('main')]);
  });

  it('tells who had an application and who has it now', async () => {
    await news.changed('main', [
      {
        before: application('x', { app: 'cart' }),
        after: application('x', { app: 'user' }),
      },
    ]);
    expect(expiredSelectors()).toEqual(['main app=cart', 'main app=user']);
  });

  it('makes all of an instance due when its health changes', async () => {
    await news.healthChanged('edge');
    expect(expired).toHaveLength(4);
    expect(expiredSelectors().every(each => each.startsWith('edge'))).toBe(
      true,
    );
  });

  describe('by a notification', () => {
    const receive = async (eventPayload: unknown) => {
      let onEvent!: (params: EventParams) => Promise<void>;
      const events = mockServices.events.mock({
        subscribe: async options => {
          expect(options.topics).toEqual(['argocd']);
          onEvent = options.onEvent;
        },
      });
      const logger = mockServices.logger.mock();
      await subscribeToNotifications(events, news, logger);
      await onEvent({ topic: 'argocd', eventPayload });
      return logger;
    };

    it('goes by the labels that the fleet knows', async () => {
      fleet = [application('cart-dev', { app: 'cart' })];
      await receive({ application: 'cart-dev', instance: 'main' });
      expect(expiredSelectors()).toEqual(['main app=cart', 'main cart-dev']);
    });

    it('makes all due where the fleet does not know it', async () => {
      await receive({ application: 'new' });
      expect(expired).toHaveLength(8);
    });

    it.each([undefined, {}, { application: 7 }, 'text', { application: '' }])(
      'does nothing for %j, and says so',
      async payload => {
        const logger = await receive(payload);
        expect(expired).toEqual([]);
        expect(logger.warn).toHaveBeenCalled();
      },
    );
  });
});
