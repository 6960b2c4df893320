import type { Router } from 'express';
import {
  countBetween,
  mergeBase,
  readCommit,
  readLog,
} from '../../git/commits';
import { readDifferences, readPatch } from '../../git/differences';
import { ApiError } from '../ApiError';
import type { GithubContext } from '../context';
import { ORGANIZATION } from '../organization';
import { linkPages, readPage } from '../paging';
import { commitView, fileView } from '../views/commitView';
import { onRepository, type RepositoryCall } from './RepositoryCall';

/** GitHub's limits of files in one answer, and of commits without paging. */
const MAX_FILES = 300;
const MAX_COMMITS = 250;

/** What is on one ref and not on the other. */
export function addCompareRoutes(router: Router, context: GithubContext): void {
  router.get(
    '/repos/:owner/:repo/compare/:range(*)',
    onRepository(context, call => sendComparison(context, call)),
  );
}

async function sendComparison(
  { world }: GithubContext,
  call: RepositoryCall,
): Promise<void> {
  const { directory, links, repository, request, response } = call;
  const [base, head] = await readRange(call);
  const common = await mergeBase(directory, base, head);
  if (!common) throw ApiError.notFound();
  if (/\.(diff|patch)/.test(request.headers.accept ?? '')) {
    const patch = await readPatch(directory, common, head);
    response.type('application/vnd.github.diff; charset=utf-8').send(patch);
    return;
  }
  const { ahead, behind } = await countBetween(directory, base, head);
  const paged = call.query('page') ?? call.query('per_page');
  const page = paged
    ? readPage(world, request)
    : { number: 1, size: MAX_COMMITS, skip: 0 };
  const newestFirst = await readLog(directory, { ref: head, exclude: base });
  const commits = newestFirst.reverse();
  if (paged) {
    const last = Math.max(1, Math.ceil(commits.length / page.size));
    linkPages(request, page, links.base, { last });
  }
  const files =
    page.number === 1 ? await readDifferences(directory, common, head) : [];
  const view = async (sha: string) =>
    commitView(links, repository, await readCommit(directory, sha));
  const url = links.api(repository, `compare/${base}...${head}`);
  response.json({
    url,
    html_url: links.page(repository, `compare/${base}...${head}`),
    base_commit: await view(base),
    merge_base_commit: await view(common),
    status: statusOf(ahead, behind),
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: commits
      .slice(page.skip, page.skip + page.size)
      .map(commit => commitView(links, repository, commit)),
    files: files
      .slice(0, MAX_FILES)
      .map(file => fileView(links, repository, head, file)),
  });
}

async function readRange(call: RepositoryCall): Promise<[string, string]> {
  const parts = call.param('range').split('...');
  if (parts.length !== 2) throw ApiError.notFound();
  const [base, head] = parts.map(part =>
    part.replace(new RegExp(`^${ORGANIZATION}:`), ''),
  );
  return [await call.revision(base), await call.revision(head)];
}

function statusOf(ahead: number, behind: number) {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}
