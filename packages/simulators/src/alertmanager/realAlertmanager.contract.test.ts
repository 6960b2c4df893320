import { listen, Listener } from '../http';
import { TestWorld } from '../prometheus/testing/buildWorld';
import { createAlertmanagerSimulator } from './createAlertmanagerSimulator';
import { exampleAlerts } from './testing/alerts';
import { RealAlertmanager } from './testing/realAlertmanager';

jest.setTimeout(90_000);

const describeReal = RealAlertmanager.command() ? describe : describe.skip;

/** Fields that hold a moment or a made-up name, which differ by nature. */
const VARYING = new Set(['updatedAt', 'endsAt', 'startsAt', 'id', 'silenceID']);

function normalized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalized);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key === 'silencedBy') return [key, (inner as string[]).length];
      return [key, VARYING.has(key) ? typeof inner : normalized(inner)];
    }),
  );
}

describeReal('the Alertmanager simulator beside a real one', () => {
  const real = new RealAlertmanager();
  const test = new TestWorld();
  const alerts = exampleAlerts(test.now);
  let listener: Listener;

  beforeAll(async () => {
    const { app } = createAlertmanagerSimulator({
      world: test.world,
      prometheus: { alerts: () => alerts },
    });
    listener = await listen(app, 0);
    await real.start();
    const posted = alerts.map(
      ({ labels, annotations, firedAt, generatorURL }) => ({
        labels,
        annotations,
        startsAt: firedAt,
        generatorURL,
      }),
    );
    await fetch(`${real.url}/api/v2/alerts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(posted),
    });
    await untilSettled();
  });
  afterAll(async () => {
    await real.stop();
    await listener.close();
    await test.close();
  });

  /** The real one decides after a moment what it inhibits: when its groups come round. */
  async function untilSettled(): Promise<void> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const found = (await (
        await fetch(`${real.url}/api/v2/alerts`)
      ).json()) as { status: { state: string } }[];
      if (
        found.length === alerts.length &&
        found.every(one => one.status.state !== 'unprocessed')
      )
        return;
      if (Date.now() > deadline)
        throw new Error('the real one did not take up the alerts within 30 s');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  async function ask(method: string, path: string, body?: unknown) {
    const answers = [];
    for (const url of [listener.url, real.url]) {
      const response = await fetch(`${url}/api/v2/${path}`, {
        method,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
      const text = await response.text();
      answers.push({
        status: response.status,
        body: response.ok && text ? JSON.parse(text) : undefined,
      });
    }
    return answers;
  }

  /** What the simulator and the real one answer to the same, without what differs by nature. */
  async function compare(method: string, path: string, body?: unknown) {
    const [ours, theirs] = await ask(method, path, body);
    return {
      ours: normalized(ours),
      theirs: normalized(theirs),
      ids: [ours.body?.silenceID, theirs.body?.silenceID],
    };
  }

  const silence = (matchers: unknown[], more: object = {}) => ({
    matchers,
    startsAt: new Date(test.now - 1000).toISOString(),
    endsAt: new Date(test.now + 3_600_000).toISOString(),
    createdBy: 'platform',
    comment: 'maintenance',
    ...more,
  });
  const cart = {
    name: 'sloth_service',
    value: 'cart|none',
    isRegex: true,
    isEqual: true,
  };

  it.each([
    'alerts?filter=sloth_service%3D%22order%22&inhibited=true&filter=sloth_severity%3Dpage',
    'alerts?filter=alertname%3D~%22Di.*%22',
    'alerts?filter=sloth_service%3Dcart',
    'alerts?filter=alertname%21%3DBurn&receiver=on-.*',
    'alerts?filter=nonsense',
    'alerts?filter=a%3D~%22%28%22',
    'alerts?active=perhaps',
    'alerts?active=false&filter=sloth_service%3Dcart',
    'receivers',
    'silences',
    'silences?filter=bad',
    'silence/00000000-0000-4000-8000-000000000000',
    'silence/not-a-uuid',
  ])('answers GET %s alike', async path => {
    const { ours, theirs } = await compare('GET', path);
    expect(ours).toEqual(theirs);
  });

  it('groups alerts alike', async () => {
    for (const filter of ['sloth_service%3Dcart', 'severity%3Dcritical']) {
      const { ours, theirs } = await compare(
        'GET',
        `alerts/groups?filter=${filter}`,
      );
      expect(ours).toEqual(theirs);
    }
  });

  it.each<[string, object]>([
    ['without matchers', silence([])],
    ['that matches everything', silence([{ ...cart, value: '.*' }])],
    ['with a broken pattern', silence([{ ...cart, value: '(' }])],
    [
      'that ends before it begins',
      silence([cart], { endsAt: new Date(0).toISOString() }),
    ],
    [
      'that changes one nobody knows',
      silence([cart], { id: '00000000-0000-4000-8000-000000000000' }),
    ],
    ['without dates', { matchers: [cart], createdBy: 'a', comment: 'b' }],
  ])('refuses a silence %s alike', async (_, body) => {
    const { ours, theirs } = await compare('POST', 'silences', body);
    expect(ours).toEqual(theirs);
  });

  it('carries a silence through its life alike', async () => {
    const { ids } = await compare('POST', 'silences', silence([cart]));
    for (const [method, path] of [
      ['GET', 'silences'],
      ['GET', 'silences?filter=sloth_service%3D~%22cart%7Cnone%22'],
      ['GET', 'silences?filter=sloth_service%3D%22cart%7Cnone%22'],
      ['DELETE', 'silence/00000000-0000-4000-8000-000000000000'],
    ]) {
      const { ours, theirs } = await compare(method, path);
      expect([path, ours]).toEqual([path, theirs]);
    }
    const answers = [];
    for (const [url, id] of [
      [listener.url, ids[0]],
      [real.url, ids[1]],
    ]) {
      const steps = [];
      for (const [method, path] of [
        ['GET', `silence/${id}`],
        ['DELETE', `silence/${id}`],
        ['GET', `silence/${id}`],
        ['DELETE', `silence/${id}`],
      ]) {
        const response = await fetch(`${url}/api/v2/${path}`, { method });
        const text = await response.text();
        const state =
          response.ok && text ? JSON.parse(text).status.state : undefined;
        steps.push([method, response.status, state]);
      }
      answers.push(steps);
    }
    expect(answers[0]).toEqual(answers[1]);
  });
});
