import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulators } from '@shopstack/simulators';
import {
  hasRealAlertmanager,
  type StartedAlertmanager,
  startRealAlertmanager,
} from '../__testUtils__/startRealAlertmanager';
import { AlertmanagerClient } from './AlertmanagerClient';

jest.setTimeout(60_000);

const clientOf = (url: string) =>
  new AlertmanagerClient({
    instance: 'contract',
    config: {
      url,
      externalUrl: url,
      authentication: { type: 'none' },
      headers: {},
    },
    timeoutMs: 10_000,
    concurrency: 4,
  });

const hour = 3_600_000;
const iso = (fromNow: number) => new Date(Date.now() + fromNow).toISOString();

async function post(url: string, path: string, body: unknown) {
  const response = await fetch(`${url}/api/v2/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
  const text = await response.text();
  return text ? JSON.parse(text) : undefined;
}

/** The life of a silence, which is the same on the one that we made and on a real one. */
function keepsSilences(url: () => string): void {
  const silence = (startsIn: number) => ({
    matchers: [
      { name: 'sloth_id', value: 'cart-"x"', isRegex: false, isEqual: true },
    ],
    startsAt: iso(startsIn),
    endsAt: iso(startsIn + hour),
    createdBy: 'team-checkout',
    comment: 'maintenance',
  });

  it('lists silences that are active or pending, and not those that are over', async () => {
    const client = clientOf(url());
    const before = new Set((await client.silences()).map(({ id }) => id));
    const { silenceID: pending } = await post(url(), 'silences', silence(hour));
    const { silenceID: active } = await post(url(), 'silences', silence(0));
    const { silenceID: over } = await post(url(), 'silences', silence(0));
    await fetch(`${url()}/api/v2/silence/${over}`, { method: 'DELETE' });

    const found = (await client.silences()).filter(({ id }) => !before.has(id));
    expect(found.map(({ id }) => id).sort()).toEqual([pending, active].sort());
    expect(found[0]).toMatchObject({
      createdBy: 'team-checkout',
      comment: 'maintenance',
      endsAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    client.close();
  });

  it('answers a list of alerts of objectives', async () => {
    const client = clientOf(url());
    for (const { labels, startsAt } of await client.sloAlerts()) {
      expect(labels.sloth_id).toMatch(/./);
      expect(startsAt).toMatch(/Z$/);
    }
    client.close();
  });
}

describe('AlertmanagerClient on the simulator', () => {
  const state = mkdtempSync(join(tmpdir(), 'slo-'));
  let simulators: Awaited<ReturnType<typeof startSimulators>>;

  beforeAll(async () => {
    simulators = await startSimulators({
      stateDirectory: state,
      only: ['prometheus', 'alertmanager'],
    });
  });
  afterAll(async () => {
    await simulators?.stop();
    rmSync(state, { recursive: true, force: true });
  });

  keepsSilences(() => simulators.addresses.alertmanager);
});

const describeReal = hasRealAlertmanager('the client is not held to it')
  ? describe
  : describe.skip;

describeReal('AlertmanagerClient on a real Alertmanager', () => {
  let real: StartedAlertmanager;

  beforeAll(async () => {
    real = await startRealAlertmanager({ path: '/alertmanager' });
  });
  afterAll(() => real?.stop());

  keepsSilences(() => real.url);

  it('finds alerts of objectives and no others, with what silences them', async () => {
    const alert = (labels: Record<string, string>) => ({
      labels: { alertname: 'Burn', ...labels },
      annotations: { summary: 's' },
      startsAt: iso(-60_000),
    });
    const { silenceID } = await post(real.url, 'silences', {
      matchers: [
        { name: 'sloth_id', value: 'a-b', isRegex: false, isEqual: true },
      ],
      startsAt: iso(0),
      endsAt: iso(hour),
      createdBy: 'team-checkout',
      comment: 'maintenance',
    });
    await post(real.url, 'alerts', [
      alert({ sloth_id: 'a-b' }),
      alert({ sloth_id: 'c-d' }),
      alert({ other: 'x' }),
    ]);
    const client = clientOf(real.url);
    const stateOf = async (id: string) =>
      (await client.sloAlerts()).find(({ labels }) => labels.sloth_id === id);
    // It decides after a moment, when its groups come round.
    const deadline = Date.now() + 30_000;
    while ((await stateOf('a-b'))?.state !== 'suppressed') {
      if (Date.now() > deadline) {
        throw new Error('the alert was not silenced within 30 s');
      }
      await new Promise(next => setTimeout(next, 100));
    }
    expect(await stateOf('a-b')).toMatchObject({ silencedBy: [silenceID] });
    const found = await client.sloAlerts();
    expect(found.map(({ labels }) => labels.sloth_id).sort()).toEqual([
      'a-b',
      'c-d',
    ]);
    client.close();
  });
});
