import type { Build } from '@shopstack/plugin-builds-common';
import { joinActivity } from './joinActivity';
import { joinStrip } from './joinStrip';
import { application, DIGEST, SHA, workload } from './testing';

const order = ['dev', 'staging', 'prod'];
const ok = (source: string) => [{ source, state: 'ok' as const }];
const down = (source: string) => [{ source, state: 'unavailable' as const }];
const commitUrl = (sha: string) => `http://forge/s/apps/commit/${sha}`;
const argocd = (items = [application()]) => ({ items, sources: ok('argo-cd') });

describe('joinStrip', () => {
  it('joins what runs with the build that made it', () => {
    const build = {
      imageDigest: DIGEST,
      commit: SHA,
      commitUrl: 'http://build/commit',
      commitMessage: 'feat: round prices',
    } as Build;
    const strip = joinStrip({
      applications: argocd(),
      workloads: { items: [workload()], sources: ok('kubernetes') },
      builds: { items: [build], sources: ok('aws-codebuild') },
      order,
      commitUrl,
    });
    expect(strip.environments[0]).toMatchObject({
      environment: 'dev',
      basis: 'known',
      state: 'running',
      deployedAt: '2026-11-20T09:00:00Z',
      pods: { ready: 2, desired: 2, restarts: 1 },
      version: {
        tag: SHA,
        digest: DIGEST,
        commit: SHA,
        commitUrl: 'http://build/commit',
        basis: 'known',
      },
    });
    expect(strip.sources.map(({ source }) => source)).toEqual([
      'argo-cd',
      'kubernetes',
      'aws-codebuild',
    ]);
  });

  it('infers the commit from the tag where no build tells', () => {
    const strip = joinStrip({ applications: argocd(), order, commitUrl });
    expect(strip.environments[0].version).toEqual({
      tag: SHA,
      digest: undefined,
      commit: SHA,
      commitUrl: commitUrl(SHA),
      message: 'feat: round prices',
      basis: 'inferred',
    });
  });

  it('takes no tag for a commit that is none', () => {
    const strip = joinStrip({
      applications: argocd([application({ images: ['r/cart:v1.2.0'] })]),
      order,
      commitUrl,
    });
    expect(strip.environments[0].version).toMatchObject({
      tag: 'v1.2.0',
      commit: undefined,
      basis: 'known',
    });
  });

  it('keeps the order of promotion and the names of the repository', () => {
    const named = (environment: string) =>
      application({ environment, name: `cart-${environment}` });
    const strip = joinStrip({
      applications: argocd([
        named('production'),
        named('sandbox'),
        named('dev'),
      ]),
      order,
      commitUrl,
    });
    expect(strip.environments.map(each => each.environment)).toEqual([
      'dev',
      'staging',
      'production',
      'sandbox',
    ]);
    expect(strip.environments[1]).toMatchObject({ state: 'not-promoted' });
  });

  it('never takes an outage for an absence', () => {
    const strip = joinStrip({
      applications: { items: [], sources: down('argo-cd') },
      order,
      commitUrl,
    });
    expect(strip.environments.map(each => each.state)).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
  });
});

describe('joinActivity', () => {
  it('names each deployment once', () => {
    const service = { entityRef: 'component:default/cart', title: 'Cart' };
    const activity = joinActivity(service, [application()]);
    expect(activity).toHaveLength(2);
    expect(new Set(activity.map(({ id }) => id)).size).toBe(2);
    expect(activity[0]).toMatchObject({
      ...service,
      environment: 'dev',
      message: 'Change limits',
    });
    expect(activity[1].commit).toBe(SHA);
  });
});
