/** The three repositories, by what they hold. */
export type RepositoryRole = 'apps' | 'gitops' | 'infra';

/** One file that a plan creates or changes. */
export interface PlannedEdit {
  path: string;
  action: 'create' | 'modify';
  /** Text before, when the file is there already. */
  before?: string;
  after: string;
  mode: '100644' | '100755';
}

/** The commit that a plan was made for. A plain folder has no commit. */
export interface PlanBase {
  branch: string;
  commit?: string;
}

/** The edits of one repository on one base branch: they go into one pull request. */
export interface PlannedRepository {
  role: RepositoryRole;
  /** Name of the repository, without its owner. */
  repository: string;
  base: PlanBase;
  edits: PlannedEdit[];
}

export interface PlannedPullRequest {
  /** Stable within the plan: role, and for a second base branch what it carries. */
  id: string;
  role: RepositoryRole;
  repository: string;
  base: string;
  title: string;
  /** Markdown. */
  body: string;
  /** 1 is merged first. */
  order: number;
  paths: string[];
}

export interface PlanWarning {
  repository: string;
  message: string;
}

/** Something that was looked at before anything is written. A failed check blocks the plan. */
export interface PlanCheck {
  name: string;
  state: 'passed' | 'failed' | 'skipped';
  detail: string;
}

/** Where the deployed version of an environment is written. */
export interface TagLocation {
  environment: string;
  repository: string;
  path: string;
  image: string;
}

/** Everything that a golden path would do, before it does any of it. */
export interface Plan {
  template: string;
  /** Name of the service. */
  name: string;
  repositories: PlannedRepository[];
  pullRequests: PlannedPullRequest[];
  tags: TagLocation[];
  warnings: PlanWarning[];
  checks: PlanCheck[];
  /** Names this plan: the same edits on the same commits have the same hash. */
  hash: string;
}
