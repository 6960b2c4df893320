import { createAlertmanagerSimulator } from './alertmanager';
import {
  createArgocdSimulator,
  createStandbySimulator,
  MAIN,
  STANDBY,
} from './argocd';
import { ACCESS_KEY_ID, REGION, SECRET_ACCESS_KEY } from './aws/account';
import { createAwsSimulator } from './aws';
import { createGithubSimulator, FORGE_TOKEN } from './github';
import { CLUSTER_TOKEN, createKubernetesSimulator } from './kubernetes';
import { createPrometheusSimulator } from './prometheus';
import type { Simulator, World } from './world';

/** All simulators there are; the order is that of the ports above the control address (see `placeOf`). */
export const SIMULATOR_NAMES = [
  'github',
  'aws',
  'argocd',
  'prometheus',
  'alertmanager',
  'kubernetes',
  'argocd-standby',
] as const;

export type SimulatorName = (typeof SIMULATOR_NAMES)[number];

/** How far above the control address a simulator usually is. The seventh port is that of another portal's. */
export function placeOf(name: SimulatorName): number {
  const index = SIMULATOR_NAMES.indexOf(name);
  return index < 6 ? index + 1 : index + 2;
}

/** What a client needs beside the address; fixed, for this is a world that holds nothing worth stealing. */
export const CREDENTIALS = {
  github: { token: FORGE_TOKEN },
  aws: {
    accessKeyId: ACCESS_KEY_ID,
    secretAccessKey: SECRET_ACCESS_KEY,
    region: REGION,
  },
  argocd: { token: MAIN.token },
  'argocd-standby': { token: STANDBY.token },
  kubernetes: { token: CLUSTER_TOKEN },
};

/**
 * Makes simulators over one world; each registers its steps with the ticker. The forge is always there: the world reacts through it.
 *
 * @param only - the simulators to make beside the forge; all when absent
 */
export function createSimulators(
  world: World,
  only: readonly SimulatorName[] = SIMULATOR_NAMES,
): {
  forge: ReturnType<typeof createGithubSimulator>['forge'];
  simulators: Simulator[];
} {
  const github = createGithubSimulator({ world });
  const simulators: Simulator[] = [github];
  if (only.includes('aws')) {
    simulators.push(createAwsSimulator({ world }));
  }
  if (only.includes('kubernetes')) {
    simulators.push(createKubernetesSimulator({ world }));
  }
  if (only.includes('argocd')) {
    simulators.push(createArgocdSimulator({ world }));
  }
  if (only.includes('argocd-standby')) {
    simulators.push(createStandbySimulator({ world }));
  }
  if (only.includes('prometheus') || only.includes('alertmanager')) {
    // An Alertmanager hears of the alerts of the one Prometheus.
    const prometheus = createPrometheusSimulator({ world });
    simulators.push(
      prometheus,
      createAlertmanagerSimulator({ world, prometheus }),
    );
  }
  return { forge: github.forge, simulators };
}
