import type { Router } from 'express';
import { readCommit, readLog } from '../../git/commits';
import { EMPTY_TREE, readDifferences, readPatch } from '../../git/differences';
import { isSha } from '../../git/revisions';
import { ApiError } from '../ApiError';
import type { GithubContext } from '../context';
import { linkPages, readPage } from '../paging';
import { DEFAULT_BRANCH } from '../organization';
import { commitView, fileView } from '../views/commitView';
import { pullView } from '../views/pullView';
import { repositoryView } from '../views/repositoryView';
import { onRepository, type RepositoryCall } from './RepositoryCall';

const SHA_ONLY = /application\/vnd\.github\.(v3\.)?sha/;
const DIFF = /application\/vnd\.github\.(v3\.)?(diff|patch)/;

/** Commits of a branch or a path, and one commit with its files. */
export function addCommitRoutes(router: Router, context: GithubContext): void {
  const base = '/repos/:owner/:repo/commits';
  router.get(
    base,
    onRepository(context, call => sendLog(context, call)),
  );
  router.get(
    `${base}/:ref(*)/pulls`,
    onRepository(context, call => sendPullsOfCommit(context, call)),
  );
  router.get(`${base}/:ref(*)`, onRepository(context, sendCommit));
}

async function sendLog(
  { world }: GithubContext,
  call: RepositoryCall,
): Promise<void> {
  const { directory, links, repository, request, response, query } = call;
  const ref = await call.revision(query('sha') ?? DEFAULT_BRANCH);
  const page = readPage(world, request);
  const found = await readLog(directory, {
    ref,
    path: query('path'),
    author: query('author'),
    since: query('since'),
    until: query('until'),
    // One more tells whether there is a next page.
    max: page.size + 1,
    skip: page.skip,
  });
  linkPages(request, page, links.base, { more: found.length > page.size });
  response.json(
    found
      .slice(0, page.size)
      .map(commit => commitView(links, repository, commit)),
  );
}

async function sendCommit(call: RepositoryCall): Promise<void> {
  const { directory, links, repository, request, response, param } = call;
  const sha = await requireCommit(call, param('ref'));
  const accept = request.headers.accept ?? '';
  if (SHA_ONLY.test(accept)) {
    response.setHeader('ETag', `"${sha}"`);
    response.type('application/vnd.github.sha').send(sha);
    return;
  }
  const commit = await readCommit(directory, sha);
  const parent = commit.parents[0] ?? EMPTY_TREE;
  if (DIFF.test(accept)) {
    const patch = await readPatch(directory, parent, sha);
    response.type('application/vnd.github.diff; charset=utf-8').send(patch);
    return;
  }
  const files = await readDifferences(directory, parent, sha);
  const sum = (key: 'additions' | 'deletions') =>
    files.reduce((total, file) => total + file[key], 0);
  const [additions, deletions] = [sum('additions'), sum('deletions')];
  response.json({
    ...commitView(links, repository, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files.map(file => fileView(links, repository, sha, file)),
  });
}

/** @throws ApiError 422 in GitHub's words for a SHA, 404 otherwise */
async function requireCommit(call: RepositoryCall, ref: string) {
  try {
    return await call.revision(ref);
  } catch {
    throw isSha(ref)
      ? new ApiError(422, `No commit found for SHA: ${ref}`)
      : new ApiError(422, `No commit found for the ref ${ref}`);
  }
}

/** Pull requests that brought a commit to their base, or carry it in an open branch. */
async function sendPullsOfCommit(
  { world, pulls }: GithubContext,
  call: RepositoryCall,
): Promise<void> {
  const { links, repository, response, param } = call;
  const sha = await requireCommit(call, param('ref'));
  const view = await repositoryView(world, links, repository);
  const found = [];
  for (const pull of pulls.list(repository)) {
    const carries =
      pull.mergeCommit === sha ||
      ((pull.state === 'open' || pull.mergedAt) &&
        (await world.repositories.isAncestor(repository, sha, pull.head.sha)) &&
        !(await world.repositories.isAncestor(repository, sha, pull.base.sha)));
    if (carries) found.push(pullView(links, pull, view));
  }
  response.json(found);
}
