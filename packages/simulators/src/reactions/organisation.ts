import { emailOf, FORGE_BOT } from '../github/authentication';

/** Who writes the commits and pull requests that the pipeline makes. */
export const DELIVERY_BOT = {
  name: FORGE_BOT.login,
  email: emailOf(FORGE_BOT.login),
};

export const CODE_REPOSITORY = 'apps-sre';
export const GITOPS_REPOSITORY = 'cluster-gitops';
export const INFRASTRUCTURE_REPOSITORY = 'infra-terraform';
