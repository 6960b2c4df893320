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
});
