import type { Router } from 'express';
import { z } from 'zod';
import { readBlob, readBlobs, writeBlobs } from '../../git/blobs';
import { buildTree, type TreeChange } from '../../git/buildTree';
import { readCommit } from '../../git/commits';
import { createCommit } from '../../git/createCommit';
import { isSha, resolveRevision } from '../../git/revisions';
import { listTree, resolveTree } from '../../git/trees';
import { ApiError } from '../ApiError';
import { emailOf } from '../authentication';
import type { GithubContext } from '../context';
import { gitCommitView } from '../views/commitView';
import { nodeId } from '../views/nodeId';
import { toBase64Lines } from './contents';
import { parseBody } from './parseBody';
import { onRepository, type RepositoryCall } from './RepositoryCall';

const newBlob = z.object({
  content: z.string(),
  encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
});
const newTree = z.object({
  base_tree: z.string().nullish(),
  tree: z.array(
    z.object({
      path: z.string().min(1),
      mode: z
        .enum(['100644', '100755', '040000', '160000', '120000'])
        .optional(),
      type: z.string().optional(),
      sha: z.string().nullish(),
      content: z.string().optional(),
    }),
  ),
});
const signature = z.object({
  name: z.string(),
  email: z.string(),
  date: z.string().optional(),
});
const newCommit = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: signature.optional(),
  committer: signature.optional(),
});

/** The git database: blobs, trees and commits. */
export function addGitObjectRoutes(
  router: Router,
  context: GithubContext,
): void {
  const base = '/repos/:owner/:repo/git';
  router.get(`${base}/blobs/:sha`, onRepository(context, sendBlob));
  router.post(`${base}/blobs`, onRepository(context, storeBlob));
  router.get(`${base}/trees/:sha(*)`, onRepository(context, sendTree));
  router.post(`${base}/trees`, onRepository(context, storeTree));
  router.get(
    `${base}/commits/:sha`,
    onRepository(context, async call => {
      const { directory, links, repository, response } = call;
      if (!isSha(call.param('sha'))) throw ApiError.notFound();
      const commit = await readCommit(directory, call.param('sha'));
      response.json(gitCommitView(links, repository, commit));
    }),
  );
  router.post(
    `${base}/commits`,
    onRepository(context, call => storeCommit(context, call)),
  );
}

async function sendBlob(call: RepositoryCall): Promise<void> {
  const { directory, request, response } = call;
  const sha = call.param('sha');
  const content = isSha(sha) ? await readBlob(directory, sha) : undefined;
  if (!content) throw ApiError.notFound();
  response.setHeader('ETag', `"${sha}"`);
  if (/\.raw/.test(request.headers.accept ?? '')) {
    response.type('application/vnd.github.raw').send(content);
    return;
  }
  response.json({
    ...blobView(call, sha),
    size: content.length,
    content: toBase64Lines(content),
    encoding: 'base64',
  });
}

async function storeBlob(call: RepositoryCall): Promise<void> {
  const { directory, request, response } = call;
  const { content, encoding } = parseBody(newBlob, request, 'Blob');
  const bytes = Buffer.from(content, encoding === 'base64' ? encoding : 'utf8');
  const [sha] = await writeBlobs(directory, [bytes]);
  response.status(201).json(blobView(call, sha));
}

function blobView({ links, repository }: RepositoryCall, sha: string) {
  const url = links.api(repository, `git/blobs/${sha}`);
  return { sha, node_id: nodeId('Blob', sha), url };
}

async function sendTree(call: RepositoryCall): Promise<void> {
  const { directory, response } = call;
  const asked = call.param('sha');
  // A branch, a commit, or the tree's own SHA.
  const treeish = (await resolveRevision(directory, asked)) ?? asked;
  const sha = isSha(treeish) && (await resolveTree(directory, treeish));
  if (!sha) throw ApiError.notFound();
  // Any value counts, as with GitHub.
  const recursive = call.query('recursive') !== undefined;
  response.json(await treeView(call, sha, recursive));
}

async function treeView(
  { directory, links, repository }: RepositoryCall,
  root: string,
  recursive: boolean,
) {
  const entries = await listTree(directory, root, {
    ...{ recursive, folders: recursive, sizes: true },
  });
  return {
    sha: root,
    url: links.api(repository, `git/trees/${root}`),
    tree: entries.map(({ path, mode, type, sha, size }) => ({
      ...{ path, mode, type, sha, size },
      ...(type !== 'commit' && {
        url: links.api(repository, `git/${type}s/${sha}`),
      }),
    })),
    truncated: false,
  };
}

async function storeTree(call: RepositoryCall): Promise<void> {
  const { directory, request, response } = call;
  const { base_tree: base, tree } = parseBody(newTree, request, 'Tree');
  const contents = tree.flatMap(({ content }) => content ?? []);
  const written = await writeBlobs(directory, contents);
  const changes: TreeChange[] = [];
  for (const { path, mode, sha, content } of tree) {
    const object = content === undefined ? sha : written.shift();
    if (mode === '040000') {
      throw ApiError.invalid('Tree', 'tree.mode', 'list files, not folders');
    }
    changes.push({ path, mode, sha: object ?? undefined });
  }
  await assertObjects(directory, base ?? undefined, changes);
  const sha = await buildTree(directory, base ?? undefined, changes);
  response.status(201).json(await treeView(call, sha, false));
}

/** @throws ApiError 422 for a base or a blob that is not in the repository */
async function assertObjects(
  directory: string,
  base: string | undefined,
  changes: TreeChange[],
): Promise<void> {
  if (base && !(isSha(base) && (await resolveTree(directory, base)))) {
    throw new ApiError(422, `base_tree is not a tree: ${base}`);
  }
  const shas = changes.flatMap(({ sha }) => sha ?? []);
  const found = await readBlobs(directory, shas);
  const missing = shas.find(sha => !found.has(sha));
  if (missing) {
    throw new ApiError(422, `tree.sha ${missing} is not a valid blob`);
  }
}

async function storeCommit(
  { world }: GithubContext,
  call: RepositoryCall,
): Promise<void> {
  const { directory, request, response, links, repository, caller } = call;
  const body = parseBody(newCommit, request, 'Commit');
  const self = { name: caller.login, email: emailOf(caller.login) };
  const dated = ({ date, ...who }: z.infer<typeof signature>) => ({
    ...who,
    date: date ? new Date(date) : world.clock.now(),
  });
  const author = dated(body.author ?? self);
  const tree = isSha(body.tree) && (await resolveTree(directory, body.tree));
  if (tree !== body.tree) {
    throw new ApiError(422, 'Tree SHA does not exist');
  }
  for (const parent of body.parents) {
    if (!isSha(parent) || !(await resolveRevision(directory, parent))) {
      throw new ApiError(422, 'Parent SHA does not exist or is not a commit');
    }
  }
  const sha = await createCommit(directory, {
    ...{ tree: body.tree, parents: body.parents, message: body.message },
    author,
    committer: body.committer ? dated(body.committer) : author,
  });
  const commit = await readCommit(directory, sha);
  response.status(201).json(gitCommitView(links, repository, commit));
}
