import request from 'supertest';
import { TestWorld } from '../prometheus/testing/buildWorld';
import { createAlertmanagerSimulator } from './createAlertmanagerSimulator';
import { exampleAlerts } from './testing/alerts';

describe('the Alertmanager simulator', () => {
  const test = new TestWorld();
  const alerts = exampleAlerts(test.now);
  const { app } = createAlertmanagerSimulator({
    world: test.world,
    prometheus: { alerts: () => alerts },
  });
  afterAll(() => test.close());

  async function states(query = ''): Promise<Record<string, string>> {
    const { body } = await request(app).get(`/api/v2/alerts${query}`);
    return Object.fromEntries(
      body.map((alert: any) => [
        [
          alert.labels.alertname,
          alert.labels.sloth_service,
          alert.labels.sloth_severity,
        ]
          .filter(Boolean)
          .join('/'),
        alert.status.state,
      ]),
    );
  }

  const silence = (more: object = {}) => ({
    matchers: [{ name: 'sloth_service', value: 'cart', isRegex: false }],
    startsAt: new Date(test.now).toISOString(),
    endsAt: new Date(test.now + 3_600_000).toISOString(),
    createdBy: 'platform',
    comment: 'maintenance',
    ...more,
  });

  it('shows firing alerts, and lets a page inhibit the ticket of the same objective', async () => {
    expect(await states()).toEqual({
      'Burn/order/page': 'active',
      'Burn/order/ticket': 'suppressed',
      'Burn/cart/ticket': 'active',
      'Disk "full"': 'active',
    });
    expect(Object.keys(await states('?inhibited=false'))).toHaveLength(3);
    expect(Object.keys(await states('?active=false'))).toEqual([
      'Burn/order/ticket',
    ]);
  });

  it('silences what a silence matches, for as long as it lasts', async () => {
    const made = await request(app).post('/api/v2/silences').send(silence());
    const id = made.body.silenceID;
    expect((await states())['Burn/cart/ticket']).toBe('suppressed');
    expect(
      (await states('?silenced=false'))['Burn/cart/ticket'],
    ).toBeUndefined();
    const { body } = await request(app).get(
      '/api/v2/alerts?filter=sloth_service="cart"',
    );
    expect(body[0].status.silencedBy).toEqual([id]);
    test.world.clock.setNow(new Date(test.now + 3_700_000));
    expect((await states())['Burn/cart/ticket']).toBe('active');
    const over = await request(app).get(`/api/v2/silence/${id}`);
    expect(over.body.status.state).toBe('expired');
    test.world.clock.setNow(new Date(test.now + 130 * 3_600_000));
    expect((await request(app).get('/api/v2/silences')).body).toEqual([]);
  });

  it('changes a silence in place, or ends it and begins another', async () => {
    const first = await request(app).post('/api/v2/silences').send(silence());
    const id = first.body.silenceID;
    const stored = (await request(app).get(`/api/v2/silence/${id}`)).body;
    const longer = {
      ...silence(),
      id,
      startsAt: stored.startsAt,
      comment: 'longer',
    };
    expect(
      (await request(app).post('/api/v2/silences').send(longer)).body.silenceID,
    ).toBe(id);
    const other = silence({
      id,
      matchers: [{ name: 'alertname', value: 'Burn', isRegex: false }],
    });
    const second = await request(app).post('/api/v2/silences').send(other);
    expect(second.body.silenceID).not.toBe(id);
    expect(
      (await request(app).get(`/api/v2/silence/${id}`)).body.status.state,
    ).toBe('expired');
  });

  it('keeps silences when the process restarts', async () => {
    const { body } = await request(app)
      .post('/api/v2/silences')
      .send(silence());
    const again = createAlertmanagerSimulator({
      world: test.world,
      prometheus: { alerts: () => [] },
    });
    const found = await request(again.app).get(
      `/api/v2/silence/${body.silenceID}`,
    );
    expect(found.body).toMatchObject({
      comment: 'maintenance',
      status: { state: 'active' },
    });
  });

  it('shows only firing alerts', async () => {
    const pending = createAlertmanagerSimulator({
      world: test.world,
      prometheus: {
        alerts: () => [{ ...alerts[0], state: 'pending', firedAt: undefined }],
      },
    });
    expect((await request(pending.app).get('/api/v2/alerts')).body).toEqual([]);
  });

  it('has a page, probes, a status, weather, and no other paths', async () => {
    expect((await request(app).get('/')).text).toContain('Disk &#34;full&#34;');
    expect((await request(app).get('/-/ready')).status).toBe(200);
    const status = await request(app).get('/api/v2/status');
    expect(status.body.config.original).toContain('inhibit_rules');
    expect((await request(app).get('/api/v1/alerts')).status).toBe(404);
    test.world.weather.set('alertmanager', { kind: '429' });
    expect((await request(app).get('/api/v2/alerts')).status).toBe(429);
    test.world.weather.set('alertmanager', { kind: 'clear' });
  });
});
