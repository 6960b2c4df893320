import type { Router } from 'express';
import { z } from 'zod';
import { readBlob, writeBlobs } from '../../git/blobs';
import { buildTree } from '../../git/buildTree';
import { readCommit } from '../../git/commits';
import { createCommit } from '../../git/createCommit';
import { resolveRevision } from '../../git/revisions';
import { findEntry, listTree, type TreeEntry } from '../../git/trees';
import { ApiError } from '../ApiError';
import { emailOf } from '../authentication';
import type { GithubContext } from '../context';
import { moveBranch } from '../moveBranch';
import { DEFAULT_BRANCH } from '../organization';
import { findProtection } from '../protection';
import { gitCommitView } from '../views/commitView';
import { parseBody } from './parseBody';
import { onRepository, type RepositoryCall } from './RepositoryCall';

/** From here on GitHub leaves the content out of JSON answers. */
const MAX_INLINE_BYTES = 1024 * 1024;
const RAW = /application\/vnd\.github\.(v3\.)?raw/;

const identity = z.object({ name: z.string(), email: z.string() });
const fileChange = z.object({
  message: z.string().min(1),
  content: z.string().optional(),
  sha: z.string().optional(),
  branch: z.string().optional(),
  author: identity.optional(),
});

/** Files and folders by path. */
export function addContentRoutes(router: Router, context: GithubContext): void {
  const route = [
    '/repos/:owner/:repo/contents',
    '/repos/:owner/:repo/contents/:path(*)',
  ];
  router.get(
    route,
    onRepository(context, call => sendContents(call)),
  );
  router.get(
    '/repos/:owner/:repo/readme',
    onRepository(context, call => sendContents(call, 'README.md')),
  );
  router.put(
    route,
    onRepository(context, call => changeFile(context, call)),
  );
  router.delete(
    route,
    onRepository(context, call => changeFile(context, call)),
  );
}

async function sendContents(
  call: RepositoryCall,
  path: string = call.param('path'),
): Promise<void> {
  const { directory, request, response } = call;
  const ref = call.query('ref') ?? DEFAULT_BRANCH;
  const sha = await call.revision(ref);
  const clean = path.replace(/^\/+|\/+$/g, '');
  const entry = clean ? await findEntry(directory, sha, clean) : undefined;
  if (clean && !entry) {
    throw ApiError.notFound();
  }
  if (!entry || entry.type === 'tree') {
    const entries = await listTree(directory, entry?.sha ?? sha, {
      sizes: true,
    });
    const prefix = clean && `${clean}/`;
    response.json(
      entries.map(child =>
        entryView(call, ref, { ...child, path: prefix + child.path }),
      ),
    );
    return;
  }
  response.setHeader('ETag', `"${entry.sha}"`);
  const content = await readBlob(directory, entry.sha);
  if (RAW.test(request.headers.accept ?? '')) {
    response.type('application/vnd.github.raw; charset=utf-8');
    response.send(content);
    return;
  }
  const inline = content && content.length <= MAX_INLINE_BYTES;
  response.json({
    ...entryView(call, ref, entry),
    content: inline ? toBase64Lines(content) : '',
    encoding: inline ? 'base64' : 'none',
  });
}

/** Base64 in lines of 60, as GitHub sends it. */
export function toBase64Lines(content: Buffer): string {
  return content.toString('base64').replace(/.{60}/g, '$&\n');
}

function entryView(call: RepositoryCall, ref: string, entry: TreeEntry) {
  const { links, repository } = call;
  const { path, sha, type, size = 0 } = entry;
  const query = `?ref=${encodeURIComponent(ref)}`;
  const url = `${links.api(repository, `contents/${path}`)}${query}`;
  const git = links.api(
    repository,
    `git/${type === 'tree' ? 'trees' : 'blobs'}/${sha}`,
  );
  const html = links.page(
    repository,
    `${type === 'tree' ? 'tree' : 'blob'}/${ref}/${path}`,
  );
  return {
    type: type === 'tree' ? 'dir' : 'file',
    size,
    name: path.split('/').at(-1),
    path,
    sha,
    url,
    git_url: git,
    html_url: html,
    download_url:
      type === 'blob' ? links.page(repository, `raw/${ref}/${path}`) : null,
    _links: { self: url, git, html },
  };
}

/** Creates, updates or deletes one file in a commit of its own. */
async function changeFile(
  { world }: GithubContext,
  call: RepositoryCall,
): Promise<void> {
  const { directory, repository, caller, request, response, links } = call;
  const removes = request.method === 'DELETE';
  const body = parseBody(fileChange, request, 'Content');
  const branch = body.branch ?? call.query('branch') ?? DEFAULT_BRANCH;
  if (!caller.admin && findProtection(world.store, repository, branch)) {
    throw new ApiError(409, 'Changes must be made through a pull request.');
  }
  const path = call.param('path');
  const before = await resolveRevision(directory, `refs/heads/${branch}`);
  const existing = before && (await findEntry(directory, before, path));
  if (removes && !existing) throw ApiError.notFound();
  if (existing && existing.sha !== body.sha) {
    throw body.sha
      ? new ApiError(409, `${path} does not match ${body.sha}`)
      : new ApiError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  }
  const bytes = Buffer.from(body.content ?? '', 'base64');
  const [sha] = removes ? [] : await writeBlobs(directory, [bytes]);
  const mode = existing ? existing.mode : undefined;
  const after = await createCommit(directory, {
    tree: await buildTree(directory, before, [{ path, mode, sha }]),
    parents: before ? [before] : [],
    message: body.message,
    author: {
      ...(body.author ?? { name: caller.login, email: emailOf(caller.login) }),
      date: world.clock.now(),
    },
  });
  await moveBranch(world, { repository, branch, before, after });
  const entry = sha ? await findEntry(directory, after, path) : undefined;
  response.status(existing ? 200 : 201).json({
    content: entry ? entryView(call, branch, entry) : null,
    commit: gitCommitView(
      links,
      repository,
      await readCommit(directory, after),
    ),
  });
}
