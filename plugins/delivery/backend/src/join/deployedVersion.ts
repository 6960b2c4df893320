import type {
  ArgocdApplication,
  ArgocdDeployment,
} from '@shopstack/plugin-argocd-common';
import type { Build } from '@shopstack/plugin-builds-common';
import type { DeployedVersion } from '@shopstack/plugin-delivery-common';
import { tagOf, UNRELEASED_TAG } from './release';
import type { Workload } from './Workload';

const FULL_SHA = /^[0-9a-f]{40}$/;

/** The newest deployment that brought the commit, else the newest of all. */
export function deploymentOf(
  application: ArgocdApplication,
  commit: string | undefined,
): ArgocdDeployment | undefined {
  const brought = application.history.filter(
    ({ reference }) => commit && reference && commit.startsWith(reference.sha),
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
  workload?: Workload;
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
  const reference = application.history.find(each => each.reference)?.reference;
  const commit =
    (build ? build.commit : undefined) ??
    (tag && FULL_SHA.test(tag) ? tag : undefined) ??
    (tag || digest ? undefined : reference?.sha);
  if (!tag && !digest && !commit) {
    return undefined;
  }
  const told = application.history.find(
    each => commit && each.reference && commit.startsWith(each.reference.sha),
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
