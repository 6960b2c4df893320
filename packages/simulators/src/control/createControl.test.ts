import request from 'supertest';
import { createTestWorld } from '../world/createTestWorld';
import { createControl } from './createControl';

describe('control address', () => {
  const world = createTestWorld();
  world.addresses.set('github', 'http://localhost:1');
  const hooks: object[] = [];
  const app = createControl({
    world,
    credentials: { github: { token: 'secret' } },
    addHook: hook => void hooks.push(hook),
  });
  afterAll(() => world.close());

  it('tells addresses, credentials and the clock', async () => {
    const { body } = await request(app).get('/');
    expect(body.simulators).toEqual({
      github: { url: 'http://localhost:1', token: 'secret' },
    });
    expect(Date.parse(body.clock.now)).not.toBeNaN();
  });

  it('sets pace, clock, weather and hooks', async () => {
    expect(
      (await request(app).post('/pace').send({ pace: 4 })).body.clock.pace,
    ).toBe(4);
    await request(app).post('/clock').send({ now: '2030-01-01T00:00:00Z' });
    expect(world.clock.now().getUTCFullYear()).toBe(2030);
    await request(app)
      .post('/weather')
      .send({ simulator: 'github', kind: 'slow', delay: 10 });
    expect(world.weather.get('github')).toEqual({ kind: 'slow', delay: 10 });
    const hook = { url: 'http://localhost:2/x', secret: 's' };
    expect((await request(app).post('/hooks').send(hook)).status).toBe(200);
    expect(hooks).toEqual([hook]);
  });

  it.each([
    ['/pace', { pace: 0 }, 'pace'],
    ['/pace', {}, 'pace'],
    ['/clock', { now: 'tomorrow' }, 'now'],
    ['/weather', { simulator: 'nobody', kind: 'clear' }, 'simulator'],
    ['/weather', { simulator: 'github', kind: 'rain' }, 'kind'],
    ['/hooks', { url: 'file:///x', secret: 's' }, 'url'],
  ])('names what is wrong with %s %j', async (path, body, field) => {
    const response = await request(app).post(path).send(body);
    expect(response.status).toBe(400);
    expect(response.body.error).toContain(field);
  });

  it('answers 404 for what it does not have, and 400 for no JSON', async () => {
    expect((await request(app).get('/nothing')).status).toBe(404);
    const broken = await request(app).post('/pace').send('{');
    expect(broken.status).toBe(400);
  });
});
