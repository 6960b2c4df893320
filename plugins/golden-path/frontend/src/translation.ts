import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the wizard's fields. */
export const goldenPathTranslationRef = createTranslationRef({
  id: 'scaffolder.golden-path',
  messages: {
    serviceName: {
      label: 'Name',
      hint: 'Small letters, digits and dashes, at most 40 characters.',
      refused: 'The name {{reason}}.',
      checking: 'Checking whether the name is free',
      free: '{{name}} is free in the catalog and in all three repositories.',
      taken: '{{name}} is taken: {{by}}.',
      unknown:
        'Whether the name is free cannot be checked now, so it cannot be used. Try again in a moment.',
      unknownReason: 'Reason: {{reason}}',
      repository: 'Image repository',
      namespaces: 'Namespaces',
      folder: 'Code',
    },
  },
});
