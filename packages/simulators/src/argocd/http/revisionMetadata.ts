import type { World } from '../../world/types';
import { sourcesOf } from '../applications';
import type { Sources } from '../sources/Sources';
import type { Application } from '../types';
import { ArgoError } from './ArgoError';

const PREFIX = 'argocd-reference-commit-';

/**
 * Who made a commit, when, and which commit of another repository it is about, as its trailers say.
 * @throws ArgoError 2 when the revision is not a commit, as Argo CD answers it.
 */
export async function revisionMetadata(
  world: World,
  sources: Sources,
  application: Application,
  revision: string,
  sourceIndex: number,
): Promise<object> {
  if (!/^[0-9a-f]{7,40}$/.test(revision)) {
    throw new ArgoError(2, `revision ${revision} must be resolved`);
  }
  const source = sourcesOf(application)[sourceIndex];
  if (!source) {
    throw new ArgoError(3, `source index ${sourceIndex} not found`);
  }
  const repository = await sources.repository(source.repoURL);
  const sha = await world.repositories.resolve(repository, revision);
  if (!sha) {
    throw new ArgoError(
      2,
      `rpc error: code = Unknown desc = failed to get revision metadata: \`git show -s --format=%an <%ae>%n%at%n%B ${revision}\` failed exit status 128: fatal: bad object ${revision}`,
    );
  }
  const commit = await world.repositories.commit(repository, sha);
  const reference = referencedCommit(commit.message);
  return {
    author: `${commit.author.name} <${commit.author.email}>`,
    date: new Date(commit.author.date).toISOString(),
    message: commit.message.trimEnd(),
    signatureInfo: '',
    ...(reference && { references: [{ commit: reference }] }),
  };
}

/** Reads the trailers of the last paragraph; the last one of a name wins, and what is not well-formed is left out. */
function referencedCommit(message: string): object | undefined {
  const paragraphs = message.trimEnd().split(/\n\s*\n/);
  if (paragraphs.length < 2) {
    return undefined;
  }
  const found: Record<string, string> = {};
  for (const line of paragraphs[paragraphs.length - 1].split('\n')) {
    const [, token, value] = /^([A-Za-z0-9-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (token?.toLowerCase().startsWith(PREFIX)) {
      found[token.slice(PREFIX.length).toLowerCase()] = value.trim();
    }
  }
  const { sha, repourl, author, subject, body, date } = found;
  const reference = {
    ...(author && { author }),
    ...(date && !Number.isNaN(Date.parse(date)) && { date }),
    ...(subject && { subject }),
    ...(body && { body: unquoted(body) }),
    ...(/^[0-9a-f]{5,40}$/.test(sha ?? '') && { sha }),
    ...(repourl && { repoUrl: repourl }),
  };
  return Object.keys(reference).length > 0 ? reference : undefined;
}

/** The body is written as JSON, because a trailer is one line. */
function unquoted(body: string): string {
  try {
    return String(JSON.parse(body));
  } catch {
    return body;
  }
}
