import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { SLO_SERVICE_ANNOTATION } from '@shopstack/plugin-kit-common';
import type { Context } from '../../Context';
import { type Host, startHost } from '../../hosts/startHost';
import { objectives } from './objectives';

const toEntity = (service: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: service,
    annotations: {
      'backstage.io/managed-by-location': 'url:https://bench.example',
      'backstage.io/managed-by-origin-location': 'url:https://bench.example',
      [SLO_SERVICE_ANNOTATION]: service,
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'group:team-bench' },
});

/**
 * Starts a backend with our plugin over one Prometheus and all services of the objectives. `always` makes every view
 * read Prometheus anew, as the first one does.
 */
export function startSloHost(
  context: Context,
  {
    prometheus,
    port,
    always = false,
  }: { prometheus: string; port: number; always?: boolean },
): Promise<Host> {
  const services = new Set(objectives.map(({ service }) => service));
  return startHost(context, {
    name: always ? 'slo-always' : 'slo',
    plugins: {
      folder: join(context.tools.root, 'packages/bench'),
      packages: ['@shopstack/plugin-slo-backend'],
    },
    idle: true,
    port,
    stubs: { aws: '', argocd: [], kubernetes: '', control: '' },
    entities: [...services].map(toEntity),
    config: {
      slo: {
        ...(always && { maxAgeSeconds: 0.001 }),
        instances: [{ name: 'bench', url: prometheus }],
      },
      ...(always && { observe: { watchSeconds: 0.001, patienceSeconds: 30 } }),
    },
  });
}
