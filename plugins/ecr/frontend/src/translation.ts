import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the images tab. */
export const ecrTranslationRef = createTranslationRef({
  id: 'plugin.ecr',
  messages: {
    images: {
      title: 'Images',
      label: 'images',
      failure: 'The images could not be read',
      empty: 'No image has been pushed yet',
      emptyHint:
        'The first successful build on main pushes one. The Builds tab shows whether it runs.',
      untagged: 'untagged',
      showUntagged_one: 'Show {{count}} untagged image',
      showUntagged_other: 'Show {{count}} untagged images',
      hideUntagged: 'Hide untagged images',
      console: 'AWS console',
      consoleOf: 'Open {{digest}} in the AWS console',
      digest: 'digest',
      tag: 'tag',
      pull: 'pull command',
      unknown: 'not known',
      more: '{{total}} tags',
    },
    columns: {
      tags: 'Tags',
      digest: 'Digest',
      running: 'Runs in',
      repository: 'Repository',
      size: 'Size',
      pushed: 'Pushed',
      scan: 'Scan',
      actions: 'Pull',
    },
    scan: {
      clean: 'Nothing found',
      notCounted: 'Scanned, no counts',
      failed: 'Scan failed',
      findingsUnavailable: 'Findings unavailable',
      archived: 'Image archived',
      inProgress: 'Scanning',
      limitExceeded: 'Scan limit reached',
      pending: 'Scan pending',
      expired: 'Scan expired',
      unsupported: 'Cannot be scanned',
      notRead: 'Not known',
    },
  },
});
