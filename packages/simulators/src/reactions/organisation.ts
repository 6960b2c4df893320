/** Who writes the commits and pull requests that the pipeline makes. */
export const DELIVERY_BOT = {
  name: 'shopstack-bot',
  email: 'bot@shopstack.example',
};

export const CODE_REPOSITORY = 'apps-sre';
export const GITOPS_REPOSITORY = 'cluster-gitops';
export const INFRASTRUCTURE_REPOSITORY = 'infra-terraform';
