import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startSimulators, type RunningSimulators } from './startSimulators';
import { settle } from './world/settle';
import type { KubernetesObject } from './world/types';

jest.setTimeout(120_000);

const EXAMPLES = resolve(__dirname, '../../../examples');
const OVERLAY = 'apps/order/overlays/prod/patch-resources.yaml';
const ANNOTATION = `    metadata:
      annotations:
        simulator.shopstack.dev/error-share: "0.3"
`;
const RATIO =
  'sum(rate(http_requests_total{service="order",environment="prod",status=~"5.."}[5m])) / sum(rate(http_requests_total{service="order",environment="prod"}[5m]))';

const OBJECTIVE = 'order-availability';
const BURN = `slo:current_burn_rate:ratio{sloth_id="${OBJECTIVE}"}`;
const REMAINING = `slo:period_error_budget_remaining:ratio{sloth_id="${OBJECTIVE}"}`;

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

  async function alertmanager(method: string, path: string, body?: object) {
    const response = await fetch(
      `${running.addresses.alertmanager}/api/v2${path}`,
      {
        method,
        headers: { 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      },
    );
    expect([path, response.ok]).toEqual([path, true]);
    const text = await response.text();
    return text && JSON.parse(text);
  }

  /** What Alertmanager holds of the objective: severity to state. */
  async function alerts(): Promise<Record<string, string>> {
    const held = await alertmanager(
      'GET',
      `/alerts?filter=sloth_id="${OBJECTIVE}"`,
    );
    return Object.fromEntries(
      held.map(({ labels, status }: any) => [
        labels.sloth_severity,
        status.state,
      ]),
    );
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
  function runs(
    share: string | undefined,
    annotation = 'simulator.shopstack.dev/error-share',
  ): boolean {
    const pods = running.world.store.listByPrefix<KubernetesObject>(
      'object',
      '/v1/Pod/order-prod/',
    );
    return (
      pods.length === 3 &&
      pods.every(
        ({ metadata, status }) =>
          status?.phase === 'Running' &&
          metadata.annotations?.[annotation] === share,
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
    expect(await value(BURN)).toBeGreaterThan(200);
    expect(await alerts()).toMatchObject({ page: 'active' });
    const { silenceID } = await alertmanager('POST', '/silences', {
      matchers: [{ name: 'sloth_id', value: OBJECTIVE, isRegex: false }],
      startsAt: new Date(bad).toISOString(),
      endsAt: new Date(bad + 3_600_000).toISOString(),
      createdBy: 'team-checkout',
      comment: 'the revert is on its way',
    });
    expect(await alerts()).toMatchObject({ page: 'suppressed' });
    await alertmanager('DELETE', `/silence/${silenceID}`);
    expect(await alerts()).toMatchObject({ page: 'active' });
    const left = await value(REMAINING);
    expect(left).toBeGreaterThan(0);
    expect(await value(history, before)).toBe(counted);

    await merge('revert', text => text.replace(ANNOTATION, ''));
    await settle(running.world, () => runs(undefined), 20_000);
    await forward(120);
    expect(await value(RATIO)).toBeLessThan(0.01);
    expect(await value(RATIO, bad)).toBeCloseTo(0.3, 1);
    expect(await value(history, before)).toBe(counted);
    expect(await alerts()).not.toHaveProperty('page');
    expect(await value(BURN)).toBeLessThan(3);
    // A share that half an hour of the night took away does not come back within hours.
    expect(await value(REMAINING)).toBeLessThan(left + 0.05);
    expect(await value(REMAINING, before)).toBeGreaterThan(left);
  });

  it('rests a service, so that there is no data', async () => {
    const share = ANNOTATION.replace(
      'error-share: "0.3"',
      'traffic-share: "0"',
    );
    await merge('rest', text =>
      text.replace('  template:\n', `  template:\n${share}`),
    );
    await settle(
      running.world,
      () => runs('0', 'simulator.shopstack.dev/traffic-share'),
      20_000,
    );
    await forward(20);
    expect(await value(BURN)).toBeNaN();
    expect(await value(RATIO)).toBeNaN();
    await forward(31 * 24 * 60);
    expect(await value(REMAINING)).toBeNaN();
    expect(await value(`slo:objective:ratio{sloth_id="${OBJECTIVE}"}`)).toBe(
      0.9990000000000001,
    );
  });
});
