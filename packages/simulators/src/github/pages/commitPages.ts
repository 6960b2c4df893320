import type { Router } from 'express';
import { mergeBase, readCommit, readLog } from '../../git/commits';
import { EMPTY_TREE, readDifferences } from '../../git/differences';
import { resolveRevision } from '../../git/revisions';
import type { GitCommit } from '../../world/types';
import type { GithubContext } from '../context';
import { listChecks } from '../headChecks';
import { encodePath } from '../Links';
import { renderChecks } from './checks';
import { renderCounts, renderDifferences } from './diff';
import { html, Html } from './html';
import { sendPage } from './layout';
import { onPage, sendMissing, type PageCall } from './PageCall';
import { ago, commitLink, empty, prose } from './parts';
import { resolveRefPath } from './resolveRefPath';

const PAGE_SIZE = 50;

/** The history of a branch, one commit, and what lies between two. */
export function addCommitPages(router: Router, context: GithubContext): void {
  const base = '/:owner/:repo';
  router.get(
    `${base}/commits/:rest(*)`,
    onPage(context, call => sendHistory(context, call)),
  );
  router.get(
    `${base}/commit/:sha`,
    onPage(context, call => sendCommit(context, call)),
  );
  router.get(
    `${base}/compare/:range(*)`,
    onPage(context, call => sendComparison(context, call)),
  );
}

async function sendHistory(
  { world }: GithubContext,
  { directory, repository, base, request, response, param }: PageCall,
): Promise<void> {
  const place = await resolveRefPath(world, repository, param('rest'));
  if (!place) {
    const text = `There is no ${param('rest')} in this repository.`;
    sendMissing(response, text, repository);
    return;
  }
  const path = String(request.query.path ?? '') || place.path || undefined;
  const skip = Math.max(0, Number(request.query.skip) || 0);
  const found = await readLog(directory, {
    ...{ ref: place.sha, path, skip },
    max: PAGE_SIZE + 1,
  });
  const older = new URLSearchParams({
    ...(path && { path }),
    skip: String(skip + PAGE_SIZE),
  });
  sendPage(response, {
    title: `Commits of ${place.ref}`,
    repository,
    tab: 'Commits',
    content: html`<h1>
        Commits of ${place.ref}
        ${path && html`in <span class="mono">${path}</span>`}
      </h1>
      ${renderCommits({ world }, base, found.slice(0, PAGE_SIZE))}
      ${found.length > PAGE_SIZE &&
      html`<p>
        <a href="${base}/commits/${encodePath(place.ref)}?${older.toString()}"
          >Older commits</a
        >
      </p>`}`,
  });
}

async function sendCommit(
  context: GithubContext,
  { directory, repository, base, response, param }: PageCall,
): Promise<void> {
  const sha = await resolveRevision(directory, param('sha'));
  if (!sha) {
    const text = `There is no commit ${param('sha')} in this repository.`;
    sendMissing(response, text, repository);
    return;
  }
  const commit = await readCommit(directory, sha);
  const [title, ...rest] = commit.message.split('\n');
  const parent = commit.parents[0] ?? EMPTY_TREE;
  const files = await readDifferences(directory, parent, sha);
  const body = rest.join('\n').trim();
  const checks = listChecks(context, repository, sha);
  sendPage(response, {
    title,
    repository,
    tab: 'Commits',
    content: html`<h1>${title}</h1>
      <p class="soft">
        ${commit.author.name}, ${ago(context.world.clock, commit.author.date)},
        <span class="mono">${sha}</span>,
        ${commit.parents.length === 1 ? 'parent' : 'parents'}
        ${commit.parents.map(each => html`${commitLink(base, each)} `)}
        <a href="${base}/tree/${sha}">Browse files</a>
      </p>
      ${body !== '' && prose(body)}
      ${checks.length > 0 &&
      html`<h2>Checks</h2>
        ${renderChecks(base, checks)}`}
      <h2>${renderCounts(files)}</h2>
      ${renderDifferences(files)}`,
  });
}

async function sendComparison(
  context: GithubContext,
  { directory, repository, base, response, param }: PageCall,
): Promise<void> {
  const range = param('range').split('...');
  const [from, to] = await Promise.all(
    range.map(each => resolveRevision(directory, each)),
  );
  const common = from && to && (await mergeBase(directory, from, to));
  if (range.length !== 2 || !common) {
    const text = `${param('range')} cannot be compared.`;
    sendMissing(response, text, repository);
    return;
  }
  const commits = await readLog(directory, { ref: to, exclude: from });
  const files = await readDifferences(directory, common, to);
  sendPage(response, {
    title: `Comparing ${range[0]} and ${range[1]}`,
    repository,
    tab: 'Commits',
    content: html`<h1>${range[0]} … ${range[1]}</h1>
      ${renderCommits(context, base, commits)}
      <h2>${renderCounts(files)}</h2>
      ${renderDifferences(files)}`,
  });
}

/** Commits as rows, in the order given. */
export function renderCommits(
  { world }: Pick<GithubContext, 'world'>,
  base: string,
  commits: readonly GitCommit[],
): Html {
  if (commits.length === 0) return empty('No commits.');
  return html`<div class="panel">
    ${commits.map(
      commit =>
        html`<div class="row">
          <a class="grow" href="${base}/commit/${commit.sha}"
            >${commit.message.split('\n')[0]}</a
          >
          <span class="soft">${commit.author.name}</span>
          <span class="soft">${ago(world.clock, commit.committer.date)}</span>
          ${commitLink(base, commit.sha)}
        </div>`,
    )}
  </div>`;
}
