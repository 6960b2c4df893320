import { createHmac } from 'node:crypto';
import express from 'express';
import { listen, type Listener } from '../http/listen';
import { startForge, type TestForge } from './testing/startForge';

interface Received {
  headers: Record<string, string>;
  body: string;
  payload: any;
}

describe('webhooks', () => {
  let forge: TestForge;
  let receiver: Listener;
  let received: Received[];
  let refusals: number;

  beforeEach(async () => {
    received = [];
    refusals = 0;
    const app = express();
    app.use(express.text({ type: () => true }));
    app.post('/hook', (request, response) => {
      if (refusals > 0) {
        refusals -= 1;
        response.status(503).end();
        return;
      }
      const { headers, body } = request;
      received.push({
        headers: headers as Record<string, string>,
        body,
        payload: JSON.parse(body),
      });
      response.status(202).end();
    });
    receiver = await listen(app, 0);
    forge = await startForge();
    forge.world.clock.setPace(10_000);
    forge.forge.addHook({ url: `${receiver.url}/hook`, secret: 'shared' });
  });

  afterEach(async () => {
    await forge.close();
    await receiver.close();
  });

  it('delivers a signed push with the paths it touched', async () => {
    const before = await forge.commit('main', { keep: '1', gone: '1' });
    const after = await forge.commit('main', {
      keep: '2',
      gone: undefined,
      new: '1',
    });
    await forge.settle(() => received.length === 2);
    const [, { headers, body, payload }] = received;
    expect(headers).toMatchObject({
      'x-github-event': 'push',
      'x-github-delivery': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-hub-signature-256': `sha256=${createHmac('sha256', 'shared').update(body).digest('hex')}`,
    });
    expect(payload).toMatchObject({
      ...{ ref: 'refs/heads/main', before, after, created: false },
      repository: {
        full_name: 'shopstack/apps-sre',
        html_url: `${forge.url}/shopstack/apps-sre`,
        default_branch: 'main',
        owner: { login: 'shopstack' },
      },
      organization: { login: 'shopstack' },
      commits: [
        { id: after, added: ['new'], removed: ['gone'], modified: ['keep'] },
      ],
      head_commit: { id: after },
    });
  });

  it('tells of a merge as a closed pull request that is merged', async () => {
    await forge.commit('main', { a: '1' });
    await forge.commit('change', { a: '2' }, { from: 'main' });
    const number = await forge.forge.openPull({
      ...{ repository: 'apps-sre', title: 'Change', body: '', head: 'change' },
      ...{ base: 'main', author: 'shopstack-bot' },
    });
    await forge.forge.mergePull('apps-sre', number);
    const pulls = () =>
      received.filter(
        ({ headers }) => headers['x-github-event'] === 'pull_request',
      );
    await forge.settle(() => pulls().length === 2);
    expect(pulls().map(({ payload }) => payload)).toMatchObject([
      { action: 'opened', number, pull_request: { merged: false } },
      { action: 'closed', number, pull_request: { merged: true } },
    ]);
  });

  it('tries again until it is taken, with the same delivery', async () => {
    refusals = 3;
    await forge.commit('main', { a: '1' });
    await forge.settle(() => received.length === 1);
    expect(refusals).toBe(0);
  });

  it('gives up after a while and says so', async () => {
    refusals = Infinity;
    await forge.commit('main', { a: '1' });
    await forge.settle(() =>
      forge.logged.some(line => line.includes('gave up sending push')),
    );
    expect(forge.world.store.list('hook-delivery')).toEqual([]);
  });
});
