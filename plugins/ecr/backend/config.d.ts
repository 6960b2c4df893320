export interface Config {
  /** Images in Amazon ECR. Credentials are those of `aws` (@backstage/integration-aws-node), picked by account. */
  ecr?: {
    /** Address to use in place of the region's own, for a simulator or a VPC endpoint. */
    endpoint?: string;
    /** After how many seconds a repository is read anew when somebody looks. Default 30. */
    maxAgeSeconds?: number;
    /** How long one call to Amazon ECR may take, in seconds. Default 10. */
    timeoutSeconds?: number;
    /** Calls at the same time for each account and region. Default 4. */
    concurrency?: number;
  };
}
