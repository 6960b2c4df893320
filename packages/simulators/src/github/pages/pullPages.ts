import type { Router } from 'express';
import { readLog } from '../../git/commits';
import { readDifferences, readPatch } from '../../git/differences';
import { ApiError } from '../ApiError';
import { PERSON } from '../authentication';
import type { GithubContext } from '../context';
import type { PullDocument } from '../documents';
import { listChecks } from '../headChecks';
import { encodePath } from '../Links';
import { pullRange } from '../rest/pullDetails';
import { renderChecks } from './checks';
import { renderCommits } from './commitPages';
import { renderCounts, renderDifferences } from './diff';
import { html, Html } from './html';
import { sendPage } from './layout';
import { renderMergeBox } from './mergeBox';
import { onPage, sendMissing, type PageCall } from './PageCall';
import { ago, empty, prose, state } from './parts';

/** The pull requests of a repository, and one of them with its Merge button. */
export function addPullPages(router: Router, context: GithubContext): void {
  const base = '/:owner/:repo';
  router.get(
    `${base}/pulls`,
    onPage(context, async call => sendPulls(context, call)),
  );
  router.get(
    [`${base}/pull/:number(\\d+)`, `${base}/pull/:number(\\d+)/files`],
    onPage(context, call => sendPull(context, call)),
  );
  router.get(
    `${base}/pull/:number(\\d+).:format(diff|patch)`,
    onPage(context, async call => {
      const pull = findPull(context, call);
      if (!pull) return;
      const { directory, from, to } = await pullRange(context, pull);
      const patch = await readPatch(directory, from, to);
      call.response.type('text/plain; charset=utf-8').send(patch);
    }),
  );
  router.post(
    `${base}/pull/:number(\\d+)/merge`,
    onPage(context, call => mergeByPerson(context, call)),
  );
}

function findPull({ pulls }: GithubContext, call: PageCall) {
  const { repository, response, param } = call;
  const pull = pulls.get(repository, Number(param('number')));
  if (!pull) {
    const text = `There is no pull request #${param('number')}.`;
    sendMissing(response, text, repository);
  }
  return pull;
}

/** A form of another site must not merge for the person who happens to have it open. */
async function mergeByPerson(
  context: GithubContext,
  call: PageCall,
): Promise<void> {
  const { repository, base, request, response, param } = call;
  const site = request.get('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') {
    throw new ApiError(403, 'Merge from the page of the pull request.');
  }
  const page = `${base}/pull/${Number(param('number'))}`;
  try {
    const by = PERSON.login;
    await context.merger.merge(repository, Number(param('number')), { by });
  } catch (error) {
    // The page itself says why it cannot be merged, or that it is merged already.
    if (!(error instanceof ApiError) || error.status === 404) throw error;
  }
  response.redirect(303, page);
}

async function sendPulls(
  { pulls, world }: GithubContext,
  { repository, base, response, request }: PageCall,
): Promise<void> {
  const closed = request.query.state === 'closed';
  const all = pulls.list(repository).reverse();
  const shown = all.filter(pull => (pull.state === 'closed') === closed);
  const count = (wanted: string) =>
    all.filter(pull => pull.state === wanted).length;
  sendPage(response, {
    title: `Pull requests of ${repository}`,
    repository,
    tab: 'Pull requests',
    content: html`<h1>Pull requests</h1>
      <p>
        <a href="${base}/pulls">${count('open')} open</a> ·
        <a href="${base}/pulls?state=closed">${count('closed')} closed</a>
      </p>
      ${shown.length === 0 &&
      empty(closed ? 'No closed pull requests.' : 'No open pull requests.')}
      ${shown.length > 0 &&
      html`<div class="panel">
        ${shown.map(
          pull =>
            html`<div class="row">
              ${renderState(pull)}
              <a class="grow" href="${base}/pull/${pull.number}"
                >${pull.title}</a
              >
              <span class="soft"
                >#${pull.number} by ${pull.author},
                ${ago(world.clock, pull.createdAt)}</span
              >
            </div>`,
        )}
      </div>`}`,
  });
}

async function sendPull(context: GithubContext, call: PageCall): Promise<void> {
  const { repository, base, response } = call;
  const pull = findPull(context, call);
  if (!pull) return;
  const { world, mergeability } = context;
  const { directory, from, to } = await pullRange(context, pull);
  const [files, commits] = await Promise.all([
    readDifferences(directory, from, to),
    readLog(directory, { ref: to, exclude: from }),
  ]);
  const verdict =
    pull.state === 'open' ? await mergeability.check(pull) : undefined;
  const checks = listChecks(context, repository, to);
  sendPage(response, {
    title: `${pull.title} #${pull.number}`,
    repository,
    tab: 'Pull requests',
    running: !!verdict && checks.some(check => check.state === 'pending'),
    content: html`<h1>
        ${pull.title} <span class="soft">#${pull.number}</span>
      </h1>
      <p>
        ${renderState(pull)} <strong>${pull.author}</strong>
        ${pull.state === 'open' ? 'wants' : 'asked'} to merge ${commits.length}
        ${commits.length === 1 ? 'commit' : 'commits'} into
        <a class="mono" href="${base}/tree/${encodePath(pull.base.branch)}"
          >${pull.base.branch}</a
        >
        from
        <a
          class="mono"
          href="${base}/tree/${pull.state === 'open'
            ? encodePath(pull.head.branch)
            : pull.head.sha}"
          >${pull.head.branch}</a
        >
        <span class="soft">${ago(world.clock, pull.createdAt)}</span>
      </p>
      ${pull.labels.length > 0 &&
      html`<p>Labels: ${pull.labels.join(', ')}</p>`}
      ${prose(pull.body)}
      <h2>Checks</h2>
      ${renderChecks(base, checks)}
      ${renderMergeBox(context, base, pull, verdict)}
      <h2>Commits</h2>
      ${renderCommits(context, base, commits.reverse())}
      <h2>${renderCounts(files)}</h2>
      ${renderDifferences(files)}`,
  });
}

function renderState(pull: PullDocument): Html {
  if (pull.mergedAt) return state('good', 'Merged');
  if (pull.state === 'closed') return state('bad', 'Closed');
  return pull.draft ? state('none', 'Draft') : state('wait', 'Open');
}
