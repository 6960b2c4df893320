import type { Router } from 'express';
import { z } from 'zod';
import {
  listReferences,
  updateReference,
  type Reference,
} from '../../git/references';
import { isReferenceName, isSha, resolveRevision } from '../../git/revisions';
import { ApiError } from '../ApiError';
import type { GithubContext } from '../context';
import { moveBranch } from '../moveBranch';
import { readPage, sendablePage } from '../paging';
import { findProtection } from '../protection';
import { nodeId } from '../views/nodeId';
import { parseBody } from './parseBody';
import { onRepository, type RepositoryCall } from './RepositoryCall';

const newReference = z.object({
  ref: z.string().startsWith('refs/'),
  sha: z.string(),
});
const movedReference = z.object({
  sha: z.string(),
  force: z.boolean().default(false),
});
const HEADS = 'refs/heads/';

/** Branches and tags by their full names. */
export function addReferenceRoutes(
  router: Router,
  context: GithubContext,
): void {
  const base = '/repos/:owner/:repo/git';
  router.get(
    `${base}/ref/:ref(*)`,
    onRepository(context, async call => {
      const reference = await requireReference(call);
      call.response.json(referenceView(call, reference));
    }),
  );
  router.get(
    [
      `${base}/matching-refs/:ref(*)`,
      `${base}/refs`,
      // The same under its name of former times, which some clients still use.
      `${base}/refs/:ref(*)`,
    ],
    onRepository(context, async call => {
      const prefix = `refs/${call.param('ref')}`;
      const found = await listReferences(call.directory, prefix);
      const page = readPage(context.world, call.request);
      const { request, links } = call;
      const shown = sendablePage(request, page, found, links.base);
      call.response.json(shown.map(each => referenceView(call, each)));
    }),
  );
  router.post(
    `${base}/refs`,
    onRepository(context, call => createReference(context, call)),
  );
  router.patch(
    `${base}/refs/:ref(*)`,
    onRepository(context, call => changeReference(context, call)),
  );
  router.delete(
    `${base}/refs/:ref(*)`,
    onRepository(context, async call => {
      const { name, sha } = await requireReference(call, 422);
      assertUnprotected(context, call, name, 'Cannot delete this branch');
      await move(context, call, name, sha, undefined);
      call.response.status(204).end();
    }),
  );
}

async function createReference(
  context: GithubContext,
  call: RepositoryCall,
): Promise<void> {
  const { ref, sha } = parseBody(newReference, call.request, 'Reference');
  if (!isReferenceName(ref) || ref.split('/').length < 3) {
    throw new ApiError(422, `${ref} is not a valid ref name.`);
  }
  await assertCommit(call, sha);
  const existing = await listReferences(call.directory, ref);
  if (existing.some(({ name }) => name === ref)) {
    throw new ApiError(422, 'Reference already exists');
  }
  const nested = existing.some(({ name }) => name.startsWith(`${ref}/`));
  if (nested) {
    throw new ApiError(422, `Reference ${ref} is a folder of references`);
  }
  await move(context, call, ref, undefined, sha);
  call.response.status(201).json(referenceView(call, { name: ref, sha }));
}

async function changeReference(
  context: GithubContext,
  call: RepositoryCall,
): Promise<void> {
  const { sha, force } = parseBody(movedReference, call.request, 'Reference');
  const reference = await requireReference(call, 422);
  await assertCommit(call, sha);
  assertUnprotected(
    context,
    call,
    reference.name,
    'Changes must be made through a pull request.',
  );
  const forward = await context.world.repositories.isAncestor(
    call.repository,
    reference.sha,
    sha,
  );
  if (!forward && !force) {
    throw new ApiError(422, 'Update is not a fast forward');
  }
  await move(context, call, reference.name, reference.sha, sha);
  call.response.json(referenceView(call, { ...reference, sha }));
}

async function move(
  { world }: GithubContext,
  { repository, directory }: RepositoryCall,
  name: string,
  before: string | undefined,
  after: string | undefined,
): Promise<void> {
  if (name.startsWith(HEADS)) {
    const branch = name.slice(HEADS.length);
    await moveBranch(world, { repository, branch, before, after });
  } else {
    await updateReference(directory, name, before, after);
  }
}

/** The ref that the path names. @throws ApiError with the status (404, or 422 for writes) */
async function requireReference(
  { directory, param }: RepositoryCall,
  status: 404 | 422 = 404,
): Promise<Reference> {
  const name = `refs/${param('ref').replace(/^refs\//, '')}`;
  const found = await listReferences(directory, name);
  const reference = found.find(each => each.name === name);
  if (!reference) {
    throw new ApiError(
      status,
      status === 404 ? 'Not Found' : 'Reference does not exist',
    );
  }
  return reference;
}

function assertUnprotected(
  { world }: GithubContext,
  { repository, caller }: RepositoryCall,
  name: string,
  message: string,
): void {
  const branch = name.startsWith(HEADS) ? name.slice(HEADS.length) : '';
  if (!caller.admin && findProtection(world.store, repository, branch)) {
    throw new ApiError(422, message);
  }
}

async function assertCommit(
  { directory }: RepositoryCall,
  sha: string,
): Promise<void> {
  if (!isSha(sha) || !(await resolveRevision(directory, sha))) {
    throw new ApiError(422, 'Object does not exist');
  }
}

function referenceView(
  { links, repository }: RepositoryCall,
  { name, sha }: Reference,
) {
  return {
    ref: name,
    node_id: nodeId('Ref', `${repository}/${name}`),
    url: links.api(repository, `git/${name}`),
    object: {
      sha,
      type: 'commit',
      url: links.api(repository, `git/commits/${sha}`),
    },
  };
}
