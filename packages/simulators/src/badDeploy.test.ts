import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startSimulators, type RunningSimulators } from './startSimulators';
import { settle } from './world/settle';
import type { KubernetesObject } from './world/types';

jest.setTimeout(60_000);

const EXAMPLES = resolve(__dirname, '../../../examples');
const OVERLAY = 'apps/order/overlays/prod/patch-resources.yaml';
const ANNOTATION = `    metadata:
      annotations:
        simulator.shopstack.dev/error-share: "0.3"
`;
const RATIO =
  'sum(rate(http_requests_total{service="order",environment="prod",status=~"5.."}[5m])) / sum(rate(http_requests_total{service="order",environment="prod"}[5m]))';

describe('a bad deploy by pull request', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bad-deploy-'));
  let running: RunningSimulators;

  beforeAll(async () => {
    running = await startSimulators({
      stateDirectory: folder,
      examples: EXAMPLES,
      pace: 1_000,
    });
  });
  afterAll(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function forge(method: string, path: string, body?: object) {
    const { url, token } = running.answer().simulators.github as {
      url: string;
      token: string;
    };
    const response = await fetch(
      `${url}/api/v3/repos/shopstack/cluster-gitops${path}`,
      {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body && { body: JSON.stringify(body) }),
      },
    );
    expect([path, response.ok]).toEqual([path, true]);
    return await response.json();
  }

  /** Changes a file by a pull request that is merged at once. */
  async function merge(branch: string, edit: (text: string) => string) {
    const { object } = await forge('GET', '/git/ref/heads/main');
    await forge('POST', '/git/refs', {
      ref: `refs/heads/${branch}`,
      sha: object.sha,
    });
    const file = await forge('GET', `/contents/${OVERLAY}?ref=${branch}`);
    const before = Buffer.from(file.content, 'base64').toString('utf8');
    await forge('PUT', `/contents/${OVERLAY}`, {
      message: branch,
      branch,
      sha: file.sha,
      content: Buffer.from(edit(before)).toString('base64'),
    });
    const { number } = await forge('POST', '/pulls', {
      title: branch,
      head: branch,
      base: 'main',
    });
    await forge('PUT', `/pulls/${number}/merge`, { merge_method: 'squash' });
  }

  async function value(query: string, time?: number): Promise<number> {
    const parameters = new URLSearchParams({
      query,
      ...(time && { time: String(time / 1000) }),
    });
    const response = await fetch(
      `${running.addresses.prometheus}/api/v1/query?${parameters}`,
    );
    const { data } = await response.json();
    return Number(data.result[0]?.value[1]);
  }

  async function forward(minutes: number): Promise<number> {
    const now = Date.parse(running.answer().clock.now) + minutes * 60_000;
    const response = await fetch(`${running.controlUrl}/clock`, {
      method: 'POST',
      body: JSON.stringify({ now: new Date(now).toISOString() }),
    });
    expect(response.status).toBe(200);
    return now;
  }

  /** True when production runs pods of the one template and no others. */
  function runs(errorShare: string | undefined): boolean {
    const pods = running.world.store.listByPrefix<KubernetesObject>(
      'object',
      '/v1/Pod/order-prod/',
    );
    return (
      pods.length === 3 &&
      pods.every(
        ({ metadata, status }) =>
          status?.phase === 'Running' &&
          metadata.annotations?.['simulator.shopstack.dev/error-share'] ===
            errorShare,
      )
    );
  }

  it('burns from when its pods run, and heals by the revert', async () => {
    const before = Date.parse(running.answer().clock.now);
    const history = `sum(http_requests_total{service="order",environment="prod"})`;
    const counted = await value(history, before);
    expect(await value(RATIO)).toBeLessThan(0.01);

    await merge('bad', text =>
      text.replace('  template:\n', `  template:\n${ANNOTATION}`),
    );
    await settle(running.world, () => runs('0.3'), 20_000);
    const bad = await forward(10);
    expect(await value(RATIO)).toBeCloseTo(0.3, 1);
    expect(await value(history, before)).toBe(counted);

    await merge('revert', text => text.replace(ANNOTATION, ''));
    await settle(running.world, () => runs(undefined), 20_000);
    await forward(120);
    expect(await value(RATIO)).toBeLessThan(0.01);
    expect(await value(RATIO, bad)).toBeCloseTo(0.3, 1);
    expect(await value(history, before)).toBe(counted);
  });
});
