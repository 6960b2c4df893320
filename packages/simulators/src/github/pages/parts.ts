import type { Clock } from '../../world/types';
import { html, Html } from './html';

/** What a state means: each has a shape and a colour of its own, and always a word beside it. */
export type Tone = 'good' | 'bad' | 'wait' | 'none';

const SHAPES: Record<Tone, string> = {
  good: '<circle cx="8" cy="8" r="7"/><path d="M4.5 8.2l2.4 2.4 4.6-5"/>',
  bad: '<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/><path d="M5.5 5.5l5 5m0-5l-5 5"/>',
  wait: '<path d="M8 1l7 7-7 7-7-7z"/><path d="M8 5v3.4"/>',
  none: '<rect x="2" y="2" width="12" height="12" rx="2"/><path d="M5 8h6"/>',
};

/** A state: shape, word, colour. */
export function state(tone: Tone, word: string): Html {
  const shape = new Html(
    `<svg viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">${SHAPES[tone]}</svg>`,
  );
  return html`<span class="state ${tone}">${shape}${word}</span>`;
}

/** The state of a check, a job or a run. */
export function runState(status: string, conclusion: string | undefined): Html {
  if (status === 'queued') return state('wait', 'Queued');
  if (status !== 'completed') return state('wait', 'In progress');
  switch (conclusion) {
    case 'success':
      return state('good', 'Success');
    case 'failure':
      return state('bad', 'Failed');
    case 'cancelled':
      return state('none', 'Cancelled');
    default:
      return state('none', 'Skipped');
  }
}

const UNITS: [number, string][] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/** How long ago, with the exact time on hover. */
export function ago(clock: Clock, iso: string): Html {
  const seconds = (clock.now().getTime() - Date.parse(iso)) / 1000;
  const [size, name] = UNITS.find(([each]) => seconds >= each) ?? [1, 's'];
  const amount = Math.max(0, Math.floor(seconds / size));
  return html`<time datetime="${iso}" title="${iso}"
    >${amount} ${name} ago</time
  >`;
}

/** A short SHA that leads to its commit. */
export function commitLink(base: string, sha: string): Html {
  return html`<a class="mono" href="${base}/commit/${sha}" title="${sha}"
    >${sha.slice(0, 7)}</a
  >`;
}

/** Something that is not there, and what would be. */
export function empty(text: string): Html {
  return html`<div class="panel"><div class="row soft">${text}</div></div>`;
}

/** Text of a person, with its lines as they are. */
export function prose(text: string | undefined): Html {
  // prettier-ignore
  return html`<div class="panel"><div class="body">${text || 'No description.'}</div></div>`;
}
