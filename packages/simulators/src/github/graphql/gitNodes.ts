import { readBlob } from '../../git/blobs';
import { readCommit } from '../../git/commits';
import { isSha, resolveRevision } from '../../git/revisions';
import { findEntry, resolveTree, listTree } from '../../git/trees';
import { listChecks } from '../headChecks';
import { nodeId } from '../views/nodeId';
import { timeView } from '../views/timeView';
import type { NodeContext } from './nodes';

/** A commit in GraphQL's form. */
export async function commitNode(
  { forge, links }: NodeContext,
  repository: string,
  sha: string,
) {
  const directory = forge.world.repositories.directory(repository);
  const commit = await readCommit(directory, sha);
  return {
    __typename: 'Commit',
    id: nodeId('Commit', sha),
    oid: sha,
    message: commit.message,
    messageHeadline: commit.message.split('\n')[0],
    committedDate: timeView(commit.committer.date),
    authoredDate: timeView(commit.author.date),
    url: links.page(repository, `commit/${sha}`),
    statusCheckRollup() {
      const states = listChecks(forge, repository, sha).map(c => c.state);
      if (states.length === 0) return null;
      if (states.includes('failure')) return { state: 'FAILURE' };
      return { state: states.includes('pending') ? 'PENDING' : 'SUCCESS' };
    },
  };
}

/** What `revision`, `revision:path` or a SHA names, or null. */
export async function objectNode(
  context: NodeContext,
  repository: string,
  expression: string,
) {
  const directory = context.forge.world.repositories.directory(repository);
  const colon = expression.indexOf(':');
  const revision = colon < 0 ? expression : expression.slice(0, colon);
  const sha = await resolveRevision(directory, revision);
  if (colon < 0) {
    return sha
      ? commitNode(context, repository, sha)
      : looseNode(directory, expression);
  }
  const path = expression.slice(colon + 1);
  if (!sha) return null;
  if (!path)
    return treeNode(directory, (await readCommit(directory, sha)).tree);
  const entry = await findEntry(directory, sha, path);
  if (!entry) return null;
  return entry.type === 'tree'
    ? treeNode(directory, entry.sha)
    : blobNode(directory, entry.sha);
}

async function looseNode(directory: string, sha: string) {
  if (!isSha(sha)) return null;
  return (await resolveTree(directory, sha))
    ? treeNode(directory, sha)
    : blobNode(directory, sha);
}

function treeNode(directory: string, sha: string) {
  return {
    __typename: 'Tree',
    id: nodeId('Tree', sha),
    oid: sha,
    async entries() {
      const entries = await listTree(directory, sha);
      return entries.map(entry => ({
        name: entry.path,
        path: entry.path,
        type: entry.type,
        mode: parseInt(entry.mode, 8),
        oid: entry.sha,
      }));
    },
  };
}

async function blobNode(directory: string, sha: string) {
  const content = await readBlob(directory, sha);
  if (!content) return null;
  const isBinary = content.includes(0);
  return {
    __typename: 'Blob',
    id: nodeId('Blob', sha),
    oid: sha,
    byteSize: content.length,
    isBinary,
    text: isBinary ? null : content.toString('utf8'),
  };
}
