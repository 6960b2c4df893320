import type {
  ArgocdCommitReference,
  ArgocdDeployment,
} from '@shopstack/plugin-argocd-common';
import type { CommitStory } from '../service/InstanceReader';
import type { WireHistory, WireRevisionMetadata } from './wire';

/** The deployments, newest first. Entries without a revision tell nothing. */
export function toHistory(
  history: (WireHistory | undefined)[] | undefined,
): ArgocdDeployment[] {
  return (history ?? [])
    .flatMap(entry => {
      const revision = entry?.revision || entry?.revisions?.[0];
      return entry && revision ? [toDeployment(entry, revision)] : [];
    })
    .sort((a, b) => b.id - a.id);
}

function toDeployment(entry: WireHistory, revision: string): ArgocdDeployment {
  return {
    id: entry.id,
    revision,
    revisions: entry.revisions?.length ? entry.revisions : undefined,
    deployedAt: entry.deployedAt,
    startedAt: entry.deployStartedAt,
    initiatedBy: toInitiator(entry.initiatedBy),
  };
}

/** `automated` for Argo CD itself. */
export function toInitiator(
  initiatedBy: WireHistory['initiatedBy'],
): string | undefined {
  return initiatedBy?.automated ? 'automated' : initiatedBy?.username;
}

const COMMIT = /^[0-9a-f]{5,40}$/;

/** Argo CD keeps one reference, the last; it does not check it, so it is a hint and never a link. */
export function toRevisionMetadata(
  metadata: WireRevisionMetadata,
): CommitStory {
  const commit = metadata.references?.at(-1)?.commit;
  const reference: ArgocdCommitReference | undefined =
    commit?.sha && COMMIT.test(commit.sha)
      ? {
          sha: commit.sha,
          repoUrl: commit.repoUrl,
          author: commit.author,
          subject: commit.subject,
          date: commit.date,
        }
      : undefined;
  return {
    author: metadata.author,
    message: metadata.message,
    ...(reference && { reference }),
  };
}
