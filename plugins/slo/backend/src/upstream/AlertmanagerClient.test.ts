import { HttpStub, type StubReply } from '@shopstack/plugin-kit-node/testUtils';
import { AlertmanagerClient } from './AlertmanagerClient';

describe('AlertmanagerClient', () => {
  let stub: HttpStub;
  const clients: AlertmanagerClient[] = [];

  const client = (timeoutMs = 20_000, url = `${stub.url}/alertmanager`) => {
    const made = new AlertmanagerClient({
      instance: 'main',
      config: {
        url,
        externalUrl: url,
        authentication: {
          type: 'basic',
          username: 'portal',
          password: 'the-password',
        },
        headers: {},
      },
      timeoutMs,
      concurrency: 4,
      guard: { backoffMs: 1 },
    });
    clients.push(made);
    return made;
  };
  const alert = {
    labels: { alertname: 'Burn', sloth_id: 'cart-x' },
    annotations: { summary: 's' },
    startsAt: '2026-11-20T10:00:00.000+01:00',
    endsAt: '2026-11-20T10:05:00.000Z',
    fingerprint: 'f',
    receivers: [{ name: 'r' }],
    status: { state: 'suppressed', silencedBy: ['s-1'], inhibitedBy: [] },
  };
  const silence = {
    id: 's-1',
    startsAt: '2026-11-20T10:00:00.000Z',
    endsAt: '2026-11-20T12:00:00.000Z',
    createdBy: 'team-checkout',
    comment: 'maintenance',
    matchers: [],
    status: { state: 'active' },
  };

  beforeAll(async () => {
    stub = await HttpStub.start();
  });
  beforeEach(() => stub.reset());
  afterEach(() => clients.splice(0).forEach(made => made.close()));
  afterAll(() => stub.close());

  it('lists alerts of objectives in every state', async () => {
    stub.reply = () => ({ body: [alert] });
    await expect(client().sloAlerts()).resolves.toEqual([
      {
        labels: { alertname: 'Burn', sloth_id: 'cart-x' },
        annotations: { summary: 's' },
        startsAt: '2026-11-20T09:00:00.000Z',
        state: 'suppressed',
        silencedBy: ['s-1'],
        inhibitedBy: [],
      },
    ]);
    const [{ method, path, headers }] = stub.requests;
    expect([method, path]).toEqual([
      'GET',
      '/alertmanager/api/v2/alerts?filter=sloth_id%21%3D%22%22&active=true&silenced=true&inhibited=true&unprocessed=true',
    ]);
    expect(headers.authorization).toBe(
      `Basic ${Buffer.from('portal:the-password').toString('base64')}`,
    );
  });

  it('shows an alert whose state it does not know, and leaves out what is none', async () => {
    stub.reply = () => ({
      body: [
        { ...alert, annotations: null, status: { state: 'muted' } },
        { ...alert, status: undefined },
        { ...alert, labels: { a: 1 } },
        { ...alert, startsAt: 'soon' },
        null,
        'alert',
      ],
    });
    const found = await client().sloAlerts();
    expect(found.map(({ state }) => state)).toEqual([
      'unprocessed',
      'unprocessed',
    ]);
  });

  it('lists silences that are active or pending', async () => {
    stub.reply = () => ({
      body: [
        silence,
        { ...silence, id: 's-2', status: { state: 'pending' } },
        { ...silence, id: 's-3', status: { state: 'expired' } },
        { ...silence, id: 's-4', createdBy: undefined, comment: 3 },
        { ...silence, id: 5 },
        { ...silence, endsAt: '' },
      ],
    });
    const found = await client().silences();
    expect(found.map(({ id }) => id)).toEqual(['s-1', 's-2', 's-4']);
    expect(found[0]).toEqual({
      id: 's-1',
      startsAt: '2026-11-20T10:00:00.000Z',
      endsAt: '2026-11-20T12:00:00.000Z',
      createdBy: 'team-checkout',
      comment: 'maintenance',
    });
    expect(found[2]).toMatchObject({ createdBy: '', comment: '' });
    expect(stub.requests[0].path).toBe('/alertmanager/api/v2/silences');
  });

  it.each<[string, StubReply, string]>([
    [
      'refused credentials',
      { status: 401, body: 'the-password' },
      'credentials-refused',
    ],
    ['a refusal', { status: 403 }, 'forbidden'],
    ['what is not there', { status: 404 }, 'not-found'],
    [
      'a throttle',
      { status: 429, headers: { 'retry-after': '0' } },
      'throttled',
    ],
    ['a bad filter', { status: 400, body: '"the-password"' }, 'rejected'],
    ['an outage', { status: 500 }, 'failed'],
    [
      'a login page',
      { status: 302, headers: { location: '/login' } },
      'malformed',
    ],
    ['no JSON', { body: '<html>' }, 'malformed'],
    ['half a list', { body: '[{"labels":{' }, 'malformed'],
    ['no list', { body: { data: [] } }, 'malformed'],
    ['50 MB', { body: 'x'.repeat(50 * 1024 * 1024) }, 'malformed'],
    ['a hang', 'hang', 'timed-out'],
    ['a cut connection', 'cut', 'unreachable'],
  ])('translates %s', async (_, reply, fault) => {
    stub.reply = () => reply;
    const timeoutMs = reply === 'hang' ? 200 : undefined;
    for (const ask of [
      () => client(timeoutMs).sloAlerts(),
      () => client(timeoutMs).silences(),
    ]) {
      const failure = ask();
      await expect(failure).rejects.toMatchObject({
        fault,
        upstream: 'Alertmanager',
        message: expect.not.stringContaining('the-password'),
      });
      await expect(failure).rejects.not.toHaveProperty('status');
    }
  });

  it('says when nobody is there', async () => {
    await expect(
      client(20_000, 'http://127.0.0.1:1').silences(),
    ).rejects.toMatchObject({
      fault: 'unreachable',
      message: 'Alertmanager cannot be reached',
    });
  });
});
