import {
  overlayFile,
  rootFiles,
  serviceFiles,
  TestArgocd,
} from './__testUtils__/openArgocd';
import { settleArgocd } from './settleArgocd';

// Many steps each, on a machine that may do other things meanwhile.
jest.setTimeout(60_000);

const services = [
  'tea',
  'milk',
  'sugar',
  'coffee',
  'cocoa',
  'juice',
  'water',
  'soup',
  'bread',
  'rice',
  'beans',
  'jam',
];
const environments = ['dev', 'staging', 'prod'];
const day = 86_400_000;

describe('settleArgocd', () => {
  let test: TestArgocd;
  let begin: number;
  /** Milliseconds. */
  let took: number;

  beforeAll(async () => {
    test = await new TestArgocd().open(1);
    begin = test.world.clock.now().getTime() - 20 * day;
    const files = services.flatMap(service =>
      environments.map(environment =>
        serviceFiles(service, {
          environment,
          replicas: environments.indexOf(environment) + 1,
        }),
      ),
    );
    await test.commit(Object.assign({}, rootFiles, ...files), {
      date: new Date(begin),
    });
    services
      .filter(service => service !== 'jam')
      .forEach(service => test.pushImage(service, 'v1'));
    for (let release = 1; release <= 12; release++) {
      await test.commit(overlayFile('tea', { replicas: release }), {
        date: new Date(begin + release * day),
      });
    }
    // What it costs, not how long it waits for its turn on a machine that does other things meanwhile.
    const start = process.cpuUsage();
    await settleArgocd({ world: test.world });
    const { user, system } = process.cpuUsage(start);
    took = (user + system) / 1_000;
    test.start();
  });

  afterAll(() => test.close());

  it('brings 36 services to rest in five seconds at normal pace', () => {
    expect(took).toBeGreaterThan(0);
    expect(took).toBeLessThan(5_000);
    const states = services
      .filter(service => service !== 'jam')
      .flatMap(service =>
        environments.map(environment =>
          test.state(`${service}-${environment}`),
        ),
      );
    expect(new Set(states)).toEqual(new Set(['Synced Healthy']));
    expect(states).toHaveLength(33);
  });

  it('leaves it at rest: nothing happens when time goes on', async () => {
    await test.until(() => true);
    const pods = [...test.cluster.list('v1', 'Pod')].map(
      ({ metadata }) => metadata.uid,
    );
    await test.world.ticker.runOnce();
    await test.world.ticker.runOnce();
    expect(
      [...test.cluster.list('v1', 'Pod')].map(({ metadata }) => metadata.uid),
    ).toEqual(pods);
    const busy = test.cluster
      .list('argoproj.io/v1alpha1', 'Application')
      .filter(({ operation }) => operation);
    expect(busy).toEqual([]);
  });

  it('tells the last ten deployments, each about a minute after its commit', async () => {
    const { history, operationState } = test.application('tea-dev').status!;
    const commits = await test.world.repositories.log('cluster-gitops', {
      ref: 'main',
      path: 'apps/tea/overlays/dev',
      max: 10,
    });
    expect(history?.map(({ revision }) => revision)).toEqual(
      commits.map(({ sha }) => sha).reverse(),
    );
    history!.forEach((entry, index) => {
      const delay = Date.parse(entry.deployedAt) - (begin + (index + 3) * day);
      expect(delay).toBeGreaterThan(30_000);
      expect(delay).toBeLessThan(90_000);
    });
    expect(operationState).toMatchObject({
      phase: 'Succeeded',
      finishedAt: history!.at(-1)!.deployedAt,
    });
    expect(test.application('milk-prod').status?.history).toHaveLength(1);
  });

  it('has pods run since they were deployed', () => {
    const pods = test.pods('tea-dev');
    const { deployedAt } = test.application('tea-dev').status!.history!.at(-1)!;
    expect(pods).toHaveLength(12);
    for (const { status, metadata } of pods) {
      expect(status.containerStatuses[0].state.running.startedAt).toBe(
        deployedAt,
      );
      expect(metadata.creationTimestamp).toBe(deployedAt);
      expect(
        status.conditions.find(({ type }: any) => type === 'Ready'),
      ).toMatchObject({ status: 'True' });
    }
  });

  it('does not hide an image that is missing', () => {
    expect(test.state('jam-dev')).toBe('Synced Degraded');
    expect(
      test.pods('jam-dev')[0].status.containerStatuses[0].state.waiting.reason,
    ).toBe('ImagePullBackOff');
  });

  it('is done once: a second call changes nothing', async () => {
    const before = test.application('tea-dev');
    await settleArgocd({ world: test.world });
    expect(test.application('tea-dev')).toEqual(before);
  });
});
