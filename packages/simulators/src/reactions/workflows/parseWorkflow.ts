import { parseDocument } from 'yaml';
import { z } from 'zod';

/** A workflow file that GitHub would call invalid. */
export class WorkflowError extends Error {
  override readonly name = 'WorkflowError';
}

const scalar = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform(value => (value === null ? '' : String(value)));
const scalars = z.record(z.string(), scalar).optional().default({});
const list = z
  .union([z.string().transform(item => [item]), z.array(z.string())])
  .optional();
const filters = z
  .looseObject({
    branches: list,
    'branches-ignore': list,
    paths: list,
    'paths-ignore': list,
    types: list,
  })
  .nullish()
  .transform(value => value ?? {});
const permissions = z
  .union([z.string(), z.record(z.string(), z.string())])
  .optional();

const stepSchema = z
  .object({
    id: z.string().optional(),
    name: z.string().optional(),
    uses: z.string().optional(),
    run: z.string().optional(),
    with: scalars,
    env: scalars,
    if: scalar.optional(),
    shell: z.string().optional(),
    'working-directory': z.string().optional(),
    'continue-on-error': z.boolean().optional(),
    'timeout-minutes': z.number().optional(),
  })
  .strict()
  .refine(step => (step.uses === undefined) !== (step.run === undefined), {
    message: "a step needs exactly one of 'uses' and 'run'",
  });

const jobSchema = z.object({
  name: z.string().optional(),
  needs: list,
  if: scalar.optional(),
  permissions,
  env: scalars,
  outputs: scalars,
  strategy: z.unknown().optional(),
  uses: z.string().optional(),
  steps: z.array(stepSchema).optional(),
});

const events = z.union([
  z.string().transform(name => ({ [name]: {} })),
  z
    .array(z.string())
    .transform(names => Object.fromEntries(names.map(name => [name, {}]))),
  z.record(z.string(), z.unknown()),
]);

const workflowSchema = z.looseObject({
  name: z.string().optional(),
  on: events,
  env: scalars,
  permissions,
  jobs: z
    .record(z.string().regex(/^[A-Za-z_][\w-]*$/), jobSchema)
    .refine(jobs => Object.keys(jobs).length > 0, 'at least one job is needed'),
});

export type EventFilters = z.output<typeof filters>;
export type StepDefinition = z.output<typeof stepSchema>;

export interface JobDefinition
  extends Omit<z.output<typeof jobSchema>, 'needs' | 'steps'> {
  key: string;
  name: string;
  needs: string[];
  steps: StepDefinition[];
}

export interface WorkflowDefinition {
  path: string;
  name: string;
  push?: EventFilters;
  pullRequest?: EventFilters;
  /** Whether it may be started by hand. */
  dispatch: boolean;
  env: Record<string, string>;
  permissions: z.output<typeof permissions>;
  jobs: JobDefinition[];
}

/** @throws WorkflowError with the place and the reason, as GitHub shows for an invalid workflow file */
export function parseWorkflow(path: string, text: string): WorkflowDefinition {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    throw new WorkflowError(`${path}: ${document.errors[0].message}`);
  }
  const parsed = workflowSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WorkflowError(
      `${path}: ${issue.path.join('.') || 'file'}: ${issue.message}`,
    );
  }
  const workflow = parsed.data;
  const filtersOf = (event: string) =>
    event in workflow.on
      ? filters.parse((workflow.on as Record<string, unknown>)[event])
      : undefined;
  const jobs = Object.entries(workflow.jobs).map(([key, job]) => ({
    ...job,
    key,
    name: job.name ?? key,
    needs: job.needs ?? [],
    steps: job.steps ?? [],
  }));
  checkNeeds(path, jobs);
  return {
    path,
    name: workflow.name ?? path,
    push: filtersOf('push'),
    pullRequest: filtersOf('pull_request'),
    dispatch: 'workflow_dispatch' in workflow.on,
    env: workflow.env,
    permissions: workflow.permissions,
    jobs,
  };
}

function checkNeeds(path: string, jobs: JobDefinition[]) {
  const done = new Set<string>();
  for (const job of jobs) {
    const unknown = job.needs.find(
      need => !jobs.some(other => other.key === need),
    );
    if (unknown) {
      throw new WorkflowError(
        `${path}: Job '${job.key}' depends on unknown job '${unknown}'.`,
      );
    }
  }
  for (let round = 0; round < jobs.length; round += 1) {
    for (const job of jobs) {
      if (job.needs.every(need => done.has(need))) {
        done.add(job.key);
      }
    }
  }
  if (done.size < jobs.length) {
    throw new WorkflowError(`${path}: the jobs need each other in a circle`);
  }
}
