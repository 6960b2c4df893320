import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type { ArgocdApplication } from '@shopstack/plugin-argocd-common';
import { ApplicationsSource } from './ApplicationsSource';
import { deploymentMarks } from './deploymentMarks';
import { spentSpans } from './spentSpans';

const application = (
  environment: string | undefined,
  history: object[],
): ArgocdApplication =>
  ({
    name: `cart-${environment}`,
    environment,
    url: 'https://argocd.example.com/cart',
    history,
  }) as unknown as ArgocdApplication;

describe('deploymentMarks', () => {
  const applications = [
    application('prod', [
      {
        deployedAt: '2026-11-20T10:00:00Z',
        revision: 'b',
        message: 'bump',
        author: 'ci',
      },
      { deployedAt: '2026-11-18T10:00:00Z', revision: 'a' },
    ]),
    application('prod', [
      { deployedAt: '2026-11-19T10:00:00Z', revision: 'c' },
    ]),
    application('dev', [{ deployedAt: '2026-11-21T10:00:00Z', revision: 'd' }]),
    application(undefined, [{ deployedAt: 'never', revision: 'e' }]),
  ];

  it('are those of the environment, newest first', () => {
    const marks = deploymentMarks(applications, 'production');
    expect(marks.map(({ revision }) => revision)).toEqual(['b', 'c', 'a']);
    expect(marks[0]).toEqual({
      at: '2026-11-20T10:00:00.000Z',
      application: 'cart-prod',
      environment: 'prod',
      revision: 'b',
      message: 'bump',
      author: 'ci',
      url: 'https://argocd.example.com/cart',
    });
  });

  it('are those of all where the objective names no environment', () => {
    const marks = deploymentMarks(applications, undefined);
    expect(marks.map(({ revision }) => revision)).toEqual(['d', 'b', 'c', 'a']);
  });
});

describe('spentSpans', () => {
  it('run until the next deployment, or still', () => {
    expect(spentSpans([900, 500, 100], { now: 2_000, windowStart: 0 })).toEqual(
      [
        { index: 0, from: 900 },
        { index: 1, from: 500, until: 900 },
        { index: 2, from: 100, until: 500 },
      ],
    );
  });

  it('begin with the window, and lie inside of it', () => {
    expect(
      spentSpans([5_000, 900, 500], { now: 9_000, windowStart: 1_000 }),
    ).toEqual([
      { index: 0, from: 5_000 },
      { index: 1, from: 1_000, until: 5_000 },
    ]);
  });

  it('are not told of what was replaced at once, or came just now', () => {
    expect(
      spentSpans([1_990, 1_000, 950], { now: 2_000, windowStart: 0 }),
    ).toEqual([{ index: 1, from: 1_000, until: 1_990 }]);
  });
});

describe('the applications of the argocd backend', () => {
  const auth = mockServices.auth.mock({
    getPluginRequestToken: async () => ({ token: 'on behalf' }),
  });
  const read = async (listApplications: jest.Mock) =>
    new ApplicationsSource({
      auth,
      api: { listApplications },
      timeoutMs: 1_000,
    }).read('component:default/cart', mockCredentials.user());

  const refusal = async (status: number) =>
    ResponseError.fromResponse(new Response('{}', { status }) as any);

  it('are asked for the caller', async () => {
    const answer = { items: [], sources: [] };
    const ask = jest.fn().mockResolvedValue(answer);
    expect(await read(ask)).toBe(answer);
    expect(ask).toHaveBeenCalledWith(
      'component:default/cart',
      expect.objectContaining({ token: 'on behalf' }),
    );
  });

  it('are none of an entity that selects none', async () => {
    const ask = jest.fn().mockRejectedValue(await refusal(400));
    expect(await read(ask)).toEqual({ items: [], sources: [] });
  });

  it.each([
    [403, 'You may not read it'],
    [500, 'It did not answer the portal'],
  ])('are a source that is unavailable after %d', async (status, reason) => {
    const ask = jest.fn().mockRejectedValue(await refusal(status));
    expect((await read(ask)).sources).toEqual([
      expect.objectContaining({
        source: 'argo-cd',
        state: 'unavailable',
        reason,
      }),
    ]);
  });
});
