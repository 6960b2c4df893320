export interface Config {
  /**
   * Builds of AWS CodeBuild and GitHub Actions. AWS credentials are those of `aws`, GitHub's address and token those of
   * `integrations.github`.
   */
  builds?: {
    /** After how many seconds a project is read anew when somebody looks. Default 15. */
    maxAgeSeconds?: number;
    codebuild?: {
      /** Address to use in place of the region's own, for a simulator or a VPC endpoint. */
      endpoint?: string;
      /** How long one call may take, in seconds. Default 10. */
      timeoutSeconds?: number;
      /** Calls at the same time for each account and region. Default 4. */
      concurrency?: number;
      /** How many of the latest builds of a project are shown. Default 100. */
      maxBuilds?: number;
    };
    githubActions?: {
      /** How long one call may take, in seconds. Default 10. */
      timeoutSeconds?: number;
      /** Calls at the same time. Default 4. */
      concurrency?: number;
      /** How many of the latest runs of a workflow are shown, at most 100. Default 30. */
      maxRuns?: number;
    };
  };
}
