import type { PullDocument } from '../../../github/documents';
import { DELIVERY_BOT } from '../../organisation';
import { bumpOverlay, tagOf } from './bumpOverlay';
import { referenceTrailers } from './referenceTrailers';
import {
  requireInput,
  StepError,
  type StepAction,
  type StepCall,
} from './types';

const ACTION_FILE = '.github/actions/bump-image/action.yml';

interface BumpRequest {
  repository: string;
  service: string;
  environment: string;
  tag: string;
  digest?: string;
  replicas?: number;
  /** Name of the image in the overlay. */
  image: string;
  /** The branch that holds the manifests. */
  base: string;
  path: string;
  branch: string;
  title: string;
}

/**
 * `./.github/actions/bump-image`: proposes, in the GitOps repository, that an environment runs another image. In dev the pull request
 * merges itself once its checks succeeded; elsewhere a person merges it. Running it again finds what is there already.
 */
export const bumpImage: StepAction = {
  seconds: 1.2,
  async run(call) {
    const { world } = call;
    const request = readRequest(call);
    await requireActionFile(call);
    const { repository, path, service, environment } = request;
    const overlay = await world.repositories.readFile(
      repository,
      request.base,
      path,
    );
    if (overlay === undefined) {
      const message = `${path} is not on ${request.base} of ${repository}: the cluster-gitops pull request of ${service} is not merged yet`;
      if (call.expired) {
        throw new StepError(message);
      }
      return { kind: 'waiting', message: `Waiting: ${message}` };
    }
    const current = tagOf(overlay, request.image);
    if (current === request.tag || (await isNewer(call, current))) {
      const message = `${environment} already asks for ${current?.slice(0, 7)}`;
      return { kind: 'done', message };
    }
    const other = findOther(call, request);
    if (other) {
      const message = `#${other.number} changes ${path} and is not merged yet`;
      if (call.expired) {
        throw new StepError(message);
      }
      return { kind: 'waiting', message: `Waiting: ${message}` };
    }
    return await propose(call, request, overlay);
  },
};

async function propose(call: StepCall, request: BumpRequest, overlay: string) {
  const { world, forge } = call;
  const { repository, service, branch, path, title } = request;
  const existing = findPull(call, request);
  if (!existing) {
    const bumped = bumpOverlay(overlay, {
      image: request.image,
      workload: service,
      tag: request.tag,
      digest: request.digest,
      replicas: request.replicas,
    });
    const present = await world.repositories.resolve(repository, branch);
    const trailers = await referenceTrailers(
      world,
      call.run.repository,
      request.tag,
    );
    if (!present) {
      await world.repositories.write(repository, {
        branch,
        from: request.base,
        message: `${title}\n\n${trailers}\n`,
        author: DELIVERY_BOT,
        changes: new Map([[path, bumped]]),
      });
    }
  }
  const number =
    existing?.number ??
    (await forge.openPull({
      repository,
      title,
      body: bodyOf(call, request),
      head: branch,
      base: request.base,
      author: DELIVERY_BOT.name,
    }));
  if (request.environment === 'dev') {
    // Squashed, so that the commit on the branch that Argo CD reads carries the trailers.
    await forge.enableAutoMerge(repository, number, { method: 'squash' });
  }
  const url = `${world.addresses.get('github')}/shopstack/${repository}/pull/${number}`;
  const outputs = {
    'pull-request-number': String(number),
    'pull-request-url': url,
  };
  return { kind: 'done' as const, message: `Opened ${url}`, outputs };
}

function readRequest(call: StepCall): BumpRequest {
  const service = requireInput(call, 'service');
  const environment = requireInput(call, 'environment');
  const tag = requireInput(call, 'tag');
  const short = /^[0-9a-f]{40}$/.test(tag) ? tag.slice(0, 7) : tag;
  const suffix = environment === 'dev' ? '' : `-${environment}`;
  const { replicas = '1', digest, image, base, folder } = call.inputs;
  const repository = requireInput(call, 'repository');
  return {
    repository: repository.replace(/^.*\//, ''),
    service,
    environment,
    tag,
    digest: digest || undefined,
    replicas: Number(replicas),
    image: image || `shopstack-${service}`,
    base: base || 'main',
    path: `${folder || 'apps'}/${service}/overlays/${environment}/kustomization.yaml`,
    branch: `chore/${service}-image-${short}${suffix}`,
    title: `chore: bump ${service} image to ${short} in ${environment}`,
  };
}

async function requireActionFile({ world, run }: StepCall) {
  const { repository, sha } = run;
  if (
    (await world.repositories.readFile(repository, sha, ACTION_FILE)) ===
    undefined
  ) {
    throw new StepError(
      `Can't find 'action.yml' under '${ACTION_FILE.replace('/action.yml', '')}'. Did you forget to run actions/checkout before running your local action?`,
    );
  }
}

/** Whether the overlay already asks for a commit that has this run's commit in its history. */
async function isNewer({ world, run }: StepCall, current: string | undefined) {
  return (
    current !== undefined &&
    /^[0-9a-f]{40}$/.test(current) &&
    (await world.repositories.isAncestor(run.repository, run.sha, current))
  );
}

function findPull({ world }: StepCall, { repository, branch }: BumpRequest) {
  return openPulls(world, repository).find(pull => pull.head.branch === branch);
}

/** Another bump of the same overlay that is about to merge itself: to change the same line beside it would be a conflict. */
function findOther({ world }: StepCall, request: BumpRequest) {
  const prefix = `chore/${request.service}-image-`;
  return openPulls(world, request.repository).find(
    ({ head, autoMerge }) =>
      autoMerge &&
      head.branch.startsWith(prefix) &&
      head.branch !== request.branch,
  );
}

function openPulls(world: StepCall['world'], repository: string) {
  return world.store
    .listByPrefix<PullDocument>('pull', `${repository}/`)
    .filter(pull => pull.state === 'open');
}

function bodyOf({ world, run }: StepCall, request: BumpRequest) {
  const forge = `${world.addresses.get('github')}/shopstack/${run.repository}`;
  return [
    `${request.service} ${request.tag.slice(0, 7)} for ${request.environment}: ${run.title}`,
    '',
    `- commit: ${forge}/commit/${run.sha}`,
    `- workflow run: ${forge}/actions/runs/${run.id}`,
  ].join('\n');
}
