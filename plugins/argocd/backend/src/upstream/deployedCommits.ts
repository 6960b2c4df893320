import type { ArgocdApplicationSource } from '@shopstack/plugin-argocd-common';
import type { DeployedCommit } from '../service/KeptApplication';
import { toSource, toSources } from './sourceMapping';
import type { WireApplication, WireHistory } from './wire';

const COMMIT = /^[0-9a-f]{40}$/;

/**
 * The commits that were deployed, for as many deployments as are asked for, the latest first. Versions of charts and
 * digests of OCI artifacts have no author, and Argo CD answers 500 for them: they are never among these.
 */
export function deployedCommits(
  application: WireApplication,
  most: number,
): DeployedCommit[] {
  const today = toSources(application);
  return (application.status?.history ?? [])
    .filter(entry => entry !== undefined)
    .sort((a, b) => b.id - a.id)
    .slice(0, most)
    .flatMap(entry => findCommit(entry, today) ?? []);
}

/** The first source that comes from git. */
function findCommit(
  entry: WireHistory,
  today: ArgocdApplicationSource[],
): DeployedCommit | undefined {
  const then = listSources(entry);
  const sources = then.length > 0 ? then : today;
  const several = Boolean(entry.revisions?.length) && sources.length > 1;
  const revisions = several ? entry.revisions! : [entry.revision ?? ''];
  const index = sources.findIndex(
    ({ chart, repoUrl }, position) =>
      !chart &&
      !repoUrl.startsWith('oci://') &&
      COMMIT.test(revisions[position] ?? ''),
  );
  if (index < 0) {
    return undefined;
  }
  const { repoUrl } = sources[index];
  return {
    deployment: entry.id,
    repoUrl,
    sha: revisions[index],
    ...(several && { sourceIndex: index }),
    ...(today[index]?.repoUrl !== repoUrl && { versionId: entry.id }),
  };
}

function listSources({
  source,
  sources,
}: WireHistory): ArgocdApplicationSource[] {
  const all = sources?.length ? sources : [source];
  return all.filter(one => one !== undefined).map(toSource);
}
