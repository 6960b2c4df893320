import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the shared components. */
export const kitTranslationRef = createTranslationRef({
  id: 'plugin.kit',
  messages: {
    age: {
      now: 'just now',
      seconds: '{{value}} s ago',
      minutes: '{{value}} min ago',
      hours: '{{value}} h ago',
      days: '{{value}} d ago',
      unknown: 'at an unknown time',
    },
    copy: {
      copy: 'Copy {{what}}',
      copied: 'Copied',
      failed: 'Not copied: this browser does not allow it',
    },
    freshness: {
      asOf: 'as of',
      refresh: 'Read again',
    },
    source: {
      unavailable: '{{source}} is unavailable since',
      unavailableNow: '{{source}} is unavailable',
      stale: '{{source}} does not answer since',
      staleNow: '{{source}} does not answer',
      unavailableMeaning:
        'What it would show is missing here, not empty. It comes back by itself when the source answers.',
      staleMeaning: 'What you see is its last good answer.',
      lastGood: 'Last good answer:',
      reason: 'Reason',
    },
    failure: {
      meaning:
        'Nothing is lost; the page asks again when you press the button.',
      retry: 'Try again',
      detail: 'Technical detail',
    },
    empty: {
      snippet: 'Add this to the catalog-info.yaml of the component:',
      snippetName: 'annotation',
    },
    pager: {
      shown: '{{shown}} of {{total}}',
      more: 'Show {{next}} more',
    },
    confirm: {
      cancel: 'Cancel',
    },
    table: {
      showAll: 'Show all {{total}}',
      expand: 'Show details of {{name}}',
      collapse: 'Hide details of {{name}}',
      details: 'Details',
      loading: 'Loading {{label}}',
    },
  },
});
