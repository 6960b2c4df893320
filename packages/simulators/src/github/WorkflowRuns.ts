import type { DocumentStore, WorkflowJob, WorkflowRun } from '../world/types';

/** Reads the runs that the world's reactions write. */
export class WorkflowRuns {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** Newest first. */
  list(repository: string): WorkflowRun[] {
    return this.#store
      .listByPrefix<WorkflowRun>('workflow-run', `${repository}/`)
      .reverse();
  }

  find(repository: string, id: number): WorkflowRun | undefined {
    return this.list(repository).find(run => run.id === id);
  }

  findJob(
    repository: string,
    id: number,
  ): { run: WorkflowRun; job: WorkflowJob } | undefined {
    for (const run of this.list(repository)) {
      const job = run.jobs.find(each => each.id === id);
      if (job) return { run, job };
    }
    return undefined;
  }

  /** The runs of a commit; of each workflow and event only the newest. */
  ofCommit(repository: string, sha: string): WorkflowRun[] {
    const newest = new Map<string, WorkflowRun>();
    for (const run of this.list(repository)) {
      const key = `${run.path} ${run.event}`;
      if (run.sha === sha && !newest.has(key)) newest.set(key, run);
    }
    return [...newest.values()].reverse();
  }
}

/** A stable number for a workflow file, as GitHub gives each workflow an id. */
export function workflowId(path: string): number {
  let hash = 7;
  for (const character of path) {
    hash = (hash * 31 + character.codePointAt(0)!) % 99_999_989;
  }
  return hash;
}
