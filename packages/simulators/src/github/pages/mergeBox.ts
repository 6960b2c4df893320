import type { GithubContext } from '../context';
import type { PullDocument } from '../documents';
import type { MergeVerdict } from '../pulls/Mergeability';
import { html, Html } from './html';
import { ago, commitLink, state } from './parts';

/** What became of a pull request, or the button that merges it and why it cannot be pressed. */
export function renderMergeBox(
  { world }: GithubContext,
  base: string,
  pull: PullDocument,
  verdict: MergeVerdict | undefined,
): Html {
  const box = (content: Html) =>
    html`<div class="panel"><div class="row">${content}</div></div>`;
  if (pull.mergedAt) {
    return box(
      html`${state('good', 'Merged')}
        <span class="grow"
          >by ${pull.mergedBy} as
          ${pull.mergeCommit && commitLink(base, pull.mergeCommit)},
          ${ago(world.clock, pull.mergedAt)}</span
        >`,
    );
  }
  if (!verdict) {
    return box(
      html`${state('bad', 'Closed')}
        <span class="grow"
          >without being
          merged${pull.closedAt &&
          html`, ${ago(world.clock, pull.closedAt)}`}</span
        >`,
    );
  }
  return box(
    html`${renderVerdict(verdict)}
      <span class="grow soft"
        >${pull.autoMerge && 'Merges by itself when its checks succeed.'}</span
      >
      <form method="post" action="${base}/pull/${pull.number}/merge">
        <button type="submit" ${verdict.reason && new Html('disabled')}>
          Merge pull request
        </button>
      </form>`,
  );
}

function renderVerdict({ result, reason, checks }: MergeVerdict): Html {
  if (result.conflicts) {
    return html`${state('bad', 'Cannot be merged')}
      <span
        >Both sides changed
        ${result.conflicts.map(
          (path, index) =>
            html`${index > 0 && ', '}<span class="mono">${path}</span>`,
        )}</span
      >`;
  }
  if (reason) {
    return html`${state('bad', 'Cannot be merged')} <span>${reason}</span>`;
  }
  if (checks.some(check => check.state === 'failure')) {
    return state('bad', 'A check failed; it can be merged all the same');
  }
  if (checks.some(check => check.state === 'pending')) {
    return state('wait', 'Checks are still running');
  }
  return state('good', 'No conflicts with the base branch');
}
