import type { Check } from '../headChecks';
import { html, Html } from './html';
import { empty, state, type Tone } from './parts';

const STATES: Record<Check['state'], [Tone, string]> = {
  success: ['good', 'Success'],
  failure: ['bad', 'Failed'],
  pending: ['wait', 'Pending'],
  neutral: ['none', 'Skipped'],
};

/** The checks of a commit, each with its state in shape, word and colour. */
export function renderChecks(base: string, checks: readonly Check[]): Html {
  if (checks.length === 0) {
    return empty('No checks were reported for this commit.');
  }
  return html`<div class="panel">
    ${checks.map(check => {
      const [tone, word] = STATES[check.state];
      return html`<div class="row">
        ${state(tone, word)}
        <strong>${check.name}</strong>
        <span class="grow soft">${check.description}</span>
        ${check.url && html`<a href="${address(base, check.url)}">Details</a>`}
      </div>`;
    })}
  </div>`;
}

/** Addresses of one's own are relative to the repository; of others only web addresses are followed. */
function address(base: string, url: string): string {
  return /^https?:\/\//.test(url) ? url : `${base}/${url.replace(/^\/+/, '')}`;
}
