import { lenient } from '@shopstack/plugin-kit-node';
import { z } from 'zod';

const text = lenient(z.string());
const date = lenient(z.coerce.date());

/** What we read of a workflow run. */
export const workflowRunSchema = z.object({
  id: z.number().int().positive(),
  run_number: lenient(z.number()),
  run_attempt: lenient(z.number()),
  name: text,
  path: text,
  display_title: text,
  event: text,
  status: text,
  conclusion: text,
  head_branch: text,
  head_sha: text,
  head_commit: lenient(z.object({ message: text })),
  actor: lenient(z.object({ login: text })),
  created_at: date,
  run_started_at: date,
  updated_at: date,
  html_url: text,
  repository: lenient(z.object({ html_url: text })),
});

export type WireWorkflowRun = z.output<typeof workflowRunSchema>;

/** What we read of a job of a run. */
export const workflowJobSchema = z.object({
  id: lenient(z.number().int().positive()),
  name: z.string(),
  status: text,
  conclusion: text,
  started_at: date,
  completed_at: date,
  steps: lenient(z.array(z.object({ name: text, conclusion: text }))),
});

export type WireWorkflowJob = z.output<typeof workflowJobSchema>;

/** What we read of a repository. `permissions` are those of the portal's token, where the forge tells. */
export const repositorySchema = z.object({
  default_branch: text,
  permissions: lenient(z.object({ push: lenient(z.boolean()) })),
});

export type WireRepository = z.output<typeof repositorySchema>;

/** What is kept of a run for later calls; it was ours when it was written. */
export const memoSchema = z.object({
  attempt: lenient(z.number()),
  /** Absent while they were not read. */
  jobs: lenient(
    z.array(
      z.object({
        id: lenient(z.number()),
        name: z.string(),
        status: text,
        conclusion: text,
      }),
    ),
  ),
});

export type GithubMemo = z.output<typeof memoSchema>;
