import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type RunningSimulators, startSimulators } from '../../startSimulators';
import { settle } from '../../world';
import { getApplication } from '../applications';
import { clusterOf } from '../../kubernetes';
import { MAIN, STANDBY, STANDBY_NAMESPACE } from '../instances';

jest.setTimeout(60_000);

describe('the second Argo CD', () => {
  const state = mkdtempSync(join(tmpdir(), 'standby-'));
  let simulators: RunningSimulators;

  beforeAll(async () => {
    simulators = await startSimulators({
      stateDirectory: state,
      examples: resolve(__dirname, '../../../../../examples'),
      only: ['argocd', 'argocd-standby', 'kubernetes'],
      pace: 50,
    });
  });
  afterAll(async () => {
    await simulators.stop();
    rmSync(state, { recursive: true, force: true });
  });

  const ask = (
    { name, token }: { name: string; token: string },
    path: string,
    init: RequestInit = {},
  ) =>
    fetch(`${simulators.addresses[name]}/api/v1/${path}`, {
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      ...init,
    });
  const names = async (instance: typeof MAIN) => {
    const response = await ask(instance, 'applications');
    const { items } = (await response.json()) as any;
    return items.map(({ metadata }: any) => metadata.name);
  };
  const application = (name: string) =>
    getApplication(clusterOf(simulators.world), name, STANDBY_NAMESPACE)!;

  it('has applications, an account and weather of its own', async () => {
    expect(await names(STANDBY)).toEqual(['order-dr', 'payment-dr']);
    const main = await names(MAIN);
    expect(main).toContain('order-prod');
    expect(main).not.toContain('order-dr');

    const stranger = await ask(
      { ...STANDBY, token: MAIN.token },
      'applications',
    );
    expect(stranger.status).toBe(401);
    const missing = await ask(MAIN, 'applications/order-dr?project=default');
    expect(missing.status).toBe(404);

    simulators.world.weather.set('argocd-standby', { kind: '500' });
    expect((await ask(STANDBY, 'applications')).status).toBe(500);
    expect((await ask(MAIN, 'applications')).status).toBe(200);
    simulators.world.weather.set('argocd-standby', { kind: 'clear' });
  });

  it('brings no rules of its own, which would record what production records', () => {
    const rules = clusterOf(simulators.world)
      .list('monitoring.coreos.com/v1', 'PrometheusRule')
      .map(({ metadata }) => metadata.namespace);
    expect(rules).toContain('order-prod');
    expect(rules).not.toContain('order-dr');
  });

  it('is behind git until somebody syncs', async () => {
    const before = application('payment-dr');
    expect(before.status).toMatchObject({
      sync: { status: 'OutOfSync' },
      health: { status: 'Healthy' },
    });
    expect(before.status?.history?.at(-1)).toMatchObject({
      initiatedBy: { username: 'platform-engineer' },
    });

    const asked = await ask(STANDBY, 'applications/payment-dr/sync', {
      method: 'POST',
      body: JSON.stringify({ project: 'default' }),
    });
    expect(asked.status).toBe(200);
    await settle(
      simulators.world,
      () =>
        application('payment-dr').status?.operationState?.phase ===
          'Succeeded' &&
        application('payment-dr').status?.operationState?.operation.initiatedBy
          ?.username === 'portal',
    );
    expect(application('payment-dr').status?.sync?.status).toBe('Synced');
  });

  it('holds one that the cluster does not take, and says why', async () => {
    await settle(
      simulators.world,
      () => application('order-dr').status?.operationState?.phase === 'Failed',
    );
    expect(application('order-dr').status).toMatchObject({
      sync: { status: 'OutOfSync' },
      health: { status: 'Healthy' },
      operationState: {
        message: expect.stringMatching(
          /failed to apply.*Deployment.apps "order" is invalid.*field is immutable/,
        ),
      },
    });
  });
});
