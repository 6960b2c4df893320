import type { Workload } from '@shopstack/plugin-workloads-common';
import { environmentLinks } from './environmentLinks';
import { LinkTemplate } from './LinkTemplate';

const dashboard = new LinkTemplate({
  kind: 'dashboard',
  title: 'Golden signals',
  url: 'https://grafana.example/d/x?service={{service}}&env={{environment}}',
});
const logs = new LinkTemplate({
  kind: 'logs',
  title: 'Logs',
  url: 'https://logs.example/{{cluster}}/{{namespace}}',
});
const workload = (environment: string, place: Partial<Workload> = {}) =>
  ({
    service: 'cart',
    environment,
    basis: 'known',
    cluster: 'eu',
    namespace: `cart-${environment}`,
    ...place,
  }) as Workload;
const links = (workloads: Workload[], templates = [dashboard, logs]) =>
  environmentLinks({
    templates,
    identity: { service: 'cart' },
    workloads,
    order: ['dev', 'prod'],
  });

describe('environmentLinks', () => {
  it('has a row for each environment in the order of promotion', () => {
    expect(
      links([workload('prod'), workload('dev'), workload('sandbox')]).map(
        ({ environment, basis, links: own }) => [
          environment,
          basis,
          own.map(({ url }) => url),
        ],
      ),
    ).toEqual([
      [
        'dev',
        'known',
        [
          'https://grafana.example/d/x?service=cart&env=dev',
          'https://logs.example/eu/cart-dev',
        ],
      ],
      [
        'prod',
        'known',
        [
          'https://grafana.example/d/x?service=cart&env=prod',
          'https://logs.example/eu/cart-prod',
        ],
      ],
      ['sandbox', 'known', expect.any(Array)],
    ]);
  });

  it('leaves out what needs a place that nobody knows', () => {
    expect(links([])).toEqual([
      expect.objectContaining({
        environment: 'dev',
        basis: 'inferred',
        links: [expect.objectContaining({ title: 'Golden signals' })],
      }),
      expect.objectContaining({ environment: 'prod' }),
    ]);
    expect(links([], [logs])).toEqual([]);
  });

  it('leads to each cluster where there are several, and once where they are the same', () => {
    const [dev] = links([
      workload('dev'),
      workload('dev', { name: 'worker' }),
      workload('dev', { cluster: 'us' }),
    ]);
    expect(dev.links.map(({ title }) => title)).toEqual([
      'Golden signals',
      'Logs (eu)',
      'Logs (us)',
    ]);
  });

  it('tells namespaces of one cluster apart', () => {
    const [dev] = links([workload('dev'), workload('dev', { namespace: 'b' })]);
    expect(dev.links.map(({ title }) => title)).toEqual([
      'Golden signals',
      'Logs (cart-dev)',
      'Logs (b)',
    ]);
  });
});
