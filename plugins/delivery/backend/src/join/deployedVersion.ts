import type {
  ArgocdApplication,
  ArgocdDeployment,
} from '@shopstack/plugin-argocd-common';
import type { Build } from '@shopstack/plugin-builds-common';
import type { DeployedVersion } from '@shopstack/plugin-delivery-common';
import { ownReference } from './ownReference';
import { tagOf, UNRELEASED_TAG } from './release';
import type { EnvironmentWorkload } from './EnvironmentWorkload';

const FULL_SHA = /^[0-9a-f]{40}$/;

/** A trailer may hold a short SHA. */
function brings(
  application: ArgocdApplication,
  deployment: ArgocdDeployment,
  commit: string | undefined,
): boolean {
  const reference = ownReference(application, deployment);
  return Boolean(reference && commit?.startsWith(reference.sha));
}

/** The deployment that brought the commit first, since later syncs only changed other things; else the newest of all. */
export function deploymentOf(
  application: ArgocdApplication,
  commit: string | undefined,
): ArgocdDeployment | undefined {
  const brought = application.history.filter(each =>
    brings(application, each, commit),
  );
  return brought.at(-1) ?? application.history[0];
}

/**
 * What is deployed, in the order of trust of its evidence: the build whose digest a pod runs, then the tag that is a
 * commit, then the trailers of the GitOps commit.
 *
 * @param commitUrl - makes the address of a commit of the application
 */
export function deployedVersion(options: {
  application: ArgocdApplication;
  workload?: EnvironmentWorkload;
  builds: readonly Build[];
  commitUrl: (sha: string) => string | undefined;
}): DeployedVersion | undefined {
  const { application, workload, builds, commitUrl } = options;
  const image =
    workload?.image ??
    application.images.find(each => tagOf(each) !== UNRELEASED_TAG);
  const tag = tagOf(image);
  const digest = workload?.runningDigest;
  const build =
    digest && builds.find(({ imageDigest }) => imageDigest === digest);
  const [reference] = application.history.flatMap(
    each => ownReference(application, each) ?? [],
  );
  const commit =
    (build ? build.commit : undefined) ??
    (tag && FULL_SHA.test(tag) ? tag : undefined) ??
    (tag || digest ? undefined : reference?.sha);
  if (!tag && !digest && !commit) {
    return undefined;
  }
  const told = application.history.find(each =>
    brings(application, each, commit),
  )?.reference;
  return {
    tag,
    digest,
    commit,
    commitUrl: commit && ((build && build.commitUrl) || commitUrl(commit)),
    message: (build && build.commitMessage) || told?.subject,
    basis: build || !commit ? 'known' : 'inferred',
  };
}
