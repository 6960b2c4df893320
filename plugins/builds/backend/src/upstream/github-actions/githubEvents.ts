import { z } from 'zod';
import { githubKey } from './githubKey';

/** Where Backstage's GitHub module for events publishes webhooks about runs. */
export const WORKFLOW_RUN_TOPIC = 'github.workflow_run';

/** A webhook `workflow_run`, as far as we read it. */
const eventSchema = z.object({
  workflow_run: z.object({ path: z.string() }),
  repository: z.object({ full_name: z.string(), html_url: z.string() }),
});

/** Keys of the projects that a webhook is about: the workflow, and all workflows of the repository. */
export function projectsOfEvent(payload: unknown): string[] {
  const event = eventSchema.safeParse(payload);
  if (!event.success || !URL.canParse(event.data.repository.html_url)) {
    return [];
  }
  const { repository, workflow_run: run } = event.data;
  const { host } = new URL(repository.html_url);
  const file = run.path.split('@')[0].split('/').pop();
  return [file, undefined].map(each =>
    githubKey(host, repository.full_name, each),
  );
}
