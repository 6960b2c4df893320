import type { Rate } from './TokenBucket';

/** The sources that the stubs stand for. Each Argo CD is one of its own. */
export type StubSource =
  | 'ecr'
  | 'codebuild'
  | 'tagging'
  | 'sts'
  | 'kubernetes'
  | `argocd-${number}`;

/** What a benchmark changes while the stubs run. */
export interface StubSettings {
  /** Milliseconds from a whole request to its answer. */
  latencyMs: number;
  /** Above these a source refuses calls; without an entry it never does. */
  rates: Partial<Record<StubSource, Rate>>;
  /** How many services Argo CD lists when nobody selects: `service-0001` and so on. */
  fleet: number;
}

export const initialSettings: StubSettings = {
  latencyMs: 0,
  rates: {},
  fleet: 0,
};

/** How many instances of Argo CD there are. */
export const argocdInstances = 3;

/** The one account and region that all resources are in. */
export const account = '123456789012';
export const region = 'us-east-1';

/** What Argo CD takes for a token. */
export const argocdToken = 'bench-token';

/** Images in the repository of each service of the fleet, where they are read by collectors. */
export const fleetImages = 10;
