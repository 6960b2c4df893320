export interface Config {
  /** Golden paths: where their templates and the three repositories are. */
  goldenPath?: {
    templates?: {
      /** Folder of the golden paths; relative to the working directory of the backend. Default ./templates. */
      directory?: string;
    };
    /** Host of the forge, one of integrations.github. Default github.com. */
    host?: string;
    repositories: {
      /** Code of the services, and their CI. */
      apps: { owner: string; repo: string; branch?: string };
      /** What Argo CD reads. */
      gitops: { owner: string; repo: string; branch?: string };
      /** Terraform. */
      infra: { owner: string; repo: string; branch?: string };
    };
    /** Where a service lives when the GitOps repository does not say it. */
    aws?: {
      /** Default 123456789012. */
      account?: string;
      /** Default us-east-1. */
      region?: string;
    };
    /** How long one call of the forge may take, in seconds. Default 10. */
    timeoutSeconds?: number;
    /** For how long a failed change is tidied up while the forge does not answer, in seconds. Default 60. */
    cleanUpSeconds?: number;
  };
}
