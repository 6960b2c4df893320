import type { ProjectFacts } from '../../service/ExecutorProject';
import { parseDocument } from 'yaml';
import type { GithubActionsClient, Workflow } from './GithubActionsClient';

/**
 * What can be done with a workflow. Re-running and cancelling need a token that may write; starting also needs a
 * workflow that says `workflow_dispatch`. Where the forge does not tell what the token may, the forge decides.
 *
 * @throws UpstreamError for every fault.
 */
export async function readFacts(
  client: GithubActionsClient,
  workflow: Workflow,
): Promise<ProjectFacts> {
  const { file } = workflow;
  const [repository, text] = await Promise.all([
    client.getRepository(workflow),
    file ? client.readWorkflow(workflow, file) : Promise.resolve(undefined),
  ]);
  const { permissions, default_branch: defaultBranch } = repository;
  if (permissions?.push === false) {
    return { actions: [], defaultBranch };
  }
  return text !== undefined && isDispatched(text)
    ? { actions: ['start', 'retry', 'stop'], defaultBranch }
    : { actions: ['retry', 'stop'], defaultBranch };
}

/** Whether a workflow may be started by hand: `on` is a name, a list of names, or a map. */
function isDispatched(text: string): boolean {
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    return false;
  }
  const { on } = (document.toJS({ maxAliasCount: 100 }) ?? {}) as {
    on?: unknown;
  };
  const names =
    typeof on === 'object' && on !== null && !Array.isArray(on)
      ? Object.keys(on)
      : [on].flat();
  return names.includes('workflow_dispatch');
}
