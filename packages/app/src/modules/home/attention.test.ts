import type { EnvironmentStateName } from '@shopstack/plugin-delivery-common';
import { attentionOf } from './attention';

const service = (title: string, ...states: EnvironmentStateName[]) => ({
  entityRef: `component:default/${title}`,
  title,
  environments: states.map((state, index) => ({
    environment: ['dev', 'staging', 'prod'][index],
    basis: 'known' as const,
    state,
  })),
  sources: [],
});

describe('attentionOf', () => {
  it('puts what is degraded before what cannot be told', () => {
    expect(
      attentionOf([
        service('cart', 'unknown', 'unknown'),
        service('payment', 'running', 'degraded'),
      ]),
    ).toMatchObject([
      {
        kind: 'degraded',
        service: 'payment',
        state: { environment: 'staging' },
      },
      { kind: 'unknown', service: 'cart', environments: ['dev', 'staging'] },
    ]);
  });

  it('leaves alone what runs, moves or waits for its first release', () => {
    expect(
      attentionOf([service('cart', 'running', 'progressing', 'not-promoted')]),
    ).toEqual([]);
  });

  it('says an outage once, not for every service', () => {
    const services = ['a', 'b', 'c', 'd'].map(name => service(name, 'unknown'));
    expect(attentionOf(services)).toEqual([
      { kind: 'many-unknown', services: 4 },
    ]);
  });

  it('names failed builds behind what is degraded, and untold ones last', () => {
    const failed = {
      entityRef: 'component:default/cart',
      build: {
        id: 'cart:1',
        executor: 'aws-codebuild' as const,
        projectKey: 'cart',
        project: 'shopstack-cart',
        status: 'failed' as const,
        phases: [],
        url: 'https://console.example',
      },
    };
    const services = [service('cart', 'running'), service('user', 'degraded')];
    const ofAnother = { ...failed, entityRef: 'component:default/gone' };
    expect(
      attentionOf(services, {
        items: [failed, ofAnother],
        untold: ['component:default/user'],
      }),
    ).toMatchObject([
      { kind: 'degraded', service: 'user' },
      { kind: 'failed-build', service: 'cart', failed },
      { kind: 'builds-unknown', services: 1 },
    ]);
  });
});
