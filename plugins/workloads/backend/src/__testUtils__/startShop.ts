import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type RunningSimulators, startSimulators } from '@shopstack/simulators';

export const CLUSTER_TOKEN = 'shopstack-cluster-token';

/** The demo's cluster on loopback, with what Argo CD deployed into it. */
export async function startShop(): Promise<{
  simulators: RunningSimulators;
  url: string;
  /** As somebody who changes how many pods of cart run in dev, through the GitOps repository. */
  scaleCart(replicas: number): Promise<void>;
  stop(): Promise<void>;
}> {
  const state = mkdtempSync(join(tmpdir(), 'workloads-'));
  const simulators = await startSimulators({
    stateDirectory: state,
    examples: resolve(__dirname, '../../../../../examples'),
    only: ['argocd', 'kubernetes'],
    pace: 100,
  });
  const path = 'apps/cart/overlays/dev/kustomization.yaml';
  return {
    simulators,
    url: simulators.addresses.kubernetes,
    async scaleCart(replicas) {
      const { repositories } = simulators.world;
      const text = await repositories.readFile('cluster-gitops', 'main', path);
      const scaled = text!.replace(/count: \d+/, `count: ${replicas}`);
      await repositories.write('cluster-gitops', {
        branch: 'main',
        message: `Scale cart to ${replicas}`,
        author: { name: 'team-checkout', email: 'checkout@example.com' },
        changes: new Map([[path, scaled]]),
      });
    },
    async stop() {
      await simulators.stop();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
