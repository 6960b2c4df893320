/** A repository of Amazon ECR; documents of kind `ecr-repository`, id = its name. */
export interface RegistryRepository {
  name: string;
  arn: string;
  createdAt: string;
  scanOnPush: boolean;
  tagMutability: 'MUTABLE' | 'IMMUTABLE';
  tags: Record<string, string>;
}

/** What a registry does with the images of one repository; documents of kind `ecr-repository-settings`, id = its name. */
export interface RepositorySettings {
  /** Amazon Inspector scans this repository in place of basic scanning. */
  enhancedScanning?: boolean;
  /** ARN of the AWS Signer profile that signs what is pushed. */
  signingProfileArn?: string;
}

/** How the whole registry scans; one document of kind `ecr-registry`, id `scanning`. */
export interface RegistryScanning {
  scanType: 'BASIC' | 'ENHANCED';
  rules: {
    scanFrequency: 'SCAN_ON_PUSH' | 'CONTINUOUS_SCAN' | 'MANUAL';
    repositoryFilters: { filter: string; filterType: 'WILDCARD' }[];
  }[];
}

/** A project of AWS CodeBuild; documents of kind `codebuild-project`, id = its name. */
export interface BuildProject {
  name: string;
  arn: string;
  description: string;
  createdAt: string;
  updatedAt: string;
  /** The repository of the forge it builds from. */
  repository: string;
  /** Path of the buildspec in that repository. */
  buildspec: string;
  image: string;
  computeType: string;
  timeoutInMinutes: number;
  roleArn: string;
  environmentVariables: { name: string; value: string; type: string }[];
  /** Bucket and path when logs are written to S3 and not to CloudWatch. */
  logsBucket?: string;
  tags: Record<string, string>;
}

/** A secret of AWS Secrets Manager: names and dates only; documents of kind `secret`, id = its name. */
export interface Secret {
  name: string;
  arn: string;
  description: string;
  createdAt: string;
  lastChangedAt: string;
  /** Absent where it is not rotated automatically. */
  rotation?: { everyDays: number; lastAt?: string; nextAt?: string };
  tags: Record<string, string>;
}

/** A role that GitHub Actions or CodeBuild may take; documents of kind `iam-role`, id = its name. */
export interface IamRole {
  name: string;
  arn: string;
  createdAt: string;
  /** What may take it: a service, or subjects of the forge's tokens such as `repo:<org>/<repo>:ref:refs/heads/main`. */
  trust: { service?: string; subjects: string[] };
  tags: Record<string, string>;
}

export type BuildStatus =
  | 'SUCCEEDED'
  | 'FAILED'
  | 'FAULT'
  | 'TIMED_OUT'
  | 'IN_PROGRESS'
  | 'STOPPED';

/** The phases of a build in their order. */
export const BUILD_PHASES = [
  'SUBMITTED',
  'QUEUED',
  'PROVISIONING',
  'DOWNLOAD_SOURCE',
  'INSTALL',
  'PRE_BUILD',
  'BUILD',
  'POST_BUILD',
  'UPLOAD_ARTIFACTS',
  'FINALIZING',
  'COMPLETED',
] as const;

export type BuildPhaseName = (typeof BUILD_PHASES)[number];

export interface BuildPhase {
  name: BuildPhaseName;
  startedAt: string;
  endedAt?: string;
  /** Absent while the phase runs, and for COMPLETED. */
  status?: 'SUCCEEDED' | 'FAILED' | 'STOPPED';
  /** Why it failed. */
  context?: { code: string; message: string };
}

/** A build of AWS CodeBuild; documents of kind `build`, id = `<project>:<time-ordered uuid>` as AWS names it. */
export interface Build {
  id: string;
  /** Counts from 1 in each project. */
  number: number;
  project: string;
  status: BuildStatus;
  startedAt: string;
  endedAt?: string;
  /** As the caller asked: a branch, a tag or a SHA. */
  sourceVersion: string;
  /** The commit it became, once the source was downloaded. */
  revision?: string;
  initiator: string;
  phases: BuildPhase[];
  exportedVariables: { name: string; value: string }[];
  /** Name of the log stream in the group `/aws/codebuild/<project>`, from PROVISIONING on. */
  logStream?: string;
  /** When the present phase ends; absent when the build is complete. */
  dueAt?: string;
  idempotencyToken?: string;
  /** ARNs of the reports that it made. */
  reports?: string[];
}

/** A test or coverage report of a build; documents of kind `build-report`, id = its ARN `<report group>:<id>`. */
export interface BuildReport {
  arn: string;
  /** ARN of the build. */
  build: string;
  type: 'TEST' | 'CODE_COVERAGE';
  status: 'SUCCEEDED' | 'FAILED';
  createdAt: string;
  testCases: {
    /** Class or file. */
    prefix: string;
    name: string;
    status: 'SUCCEEDED' | 'FAILED' | 'ERROR' | 'SKIPPED' | 'UNKNOWN';
    message?: string;
    seconds: number;
  }[];
  coverage?: {
    linesCovered: number;
    linesMissed: number;
    branchesCovered: number;
    branchesMissed: number;
  };
}

/** A log stream of CloudWatch Logs; documents of kind `log-stream`, id = `<group>:<stream>`. */
export interface LogStream {
  group: string;
  name: string;
  createdAt: string;
  /** In order of time. `timestamp` is in milliseconds since 1970. */
  events: { timestamp: number; message: string }[];
}

/** Credentials that AssumeRole gave out; documents of kind `aws-session`, id = the access key id. */
export interface AwsSession {
  accessKeyId: string;
  assumedRoleArn: string;
  expiresAt: string;
}
