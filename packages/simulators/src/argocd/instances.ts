import type { Application } from './types';
import { ARGO_NAMESPACE } from './applications';

/** Where the Applications of the second Argo CD are. */
export const STANDBY_NAMESPACE = 'argocd-standby';

/** One Argo CD: its address, its account, and the Applications of its own namespace. */
export interface ArgocdInstance {
  /** Name among the simulators, also for the weather. */
  name: 'argocd' | 'argocd-standby';
  namespace: string;
  /** The token of the portal's account. */
  token: string;
  holds(application: Application): boolean;
}

/** The Argo CD of the shop. */
export const MAIN: ArgocdInstance = {
  name: 'argocd',
  namespace: ARGO_NAMESPACE,
  token: 'shopstack-argocd-token',
  holds: ({ metadata }) => metadata.namespace !== STANDBY_NAMESPACE,
};

/** A second one, for what stands by in case of a disaster. */
export const STANDBY: ArgocdInstance = {
  name: 'argocd-standby',
  namespace: STANDBY_NAMESPACE,
  token: 'shopstack-argocd-standby-token',
  holds: ({ metadata }) => metadata.namespace === STANDBY_NAMESPACE,
};
