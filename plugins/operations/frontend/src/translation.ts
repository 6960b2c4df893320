import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of links, on-call and secrets. */
export const operationsTranslationRef = createTranslationRef({
  id: 'plugin.operations',
  messages: {
    links: {
      title: 'Where to look',
      failure: 'Links and on-call could not be read',
      loading: 'links',
      environments: 'Links by environment',
      opens: '{{title}} of {{environment}} (opens a new tab)',
      inferred: 'expected',
      inferredHint:
        'No pod says that this environment is there; it stands in the order of environments.',
      none: 'No links for this service',
      noneHint:
        'Dashboards, logs, traces and alerts of every service come from operations.links in the configuration of the portal. Who is on call comes from an annotation.',
    },
    onCall: {
      title: 'On call',
      pagerduty: 'PagerDuty',
      opsgenie: 'Opsgenie',
      other: 'On-call page',
      byKey: 'known to PagerDuty by its integration key',
      missing: 'Nobody is named. Add an annotation to the component:',
      annotation: 'annotation',
      opens: '{{provider}} (opens a new tab)',
    },
    secrets: {
      title: 'Secrets',
      failure: 'The secrets could not be read',
      loading: 'secrets',
      table: 'Secrets by age',
      name: 'Name',
      environment: 'Environment',
      age: 'Age',
      rotation: 'Rotation',
      rotated: 'rotated',
      changed: 'changed',
      created: 'created',
      unknownAge: 'not known',
      stale_one: 'Unchanged for more than {{count}} day',
      stale_other: 'Unchanged for more than {{count}} days',
      every_one: 'every day',
      every_other: 'every {{count}} days',
      automatic: 'automatic',
      manual: 'by hand',
      anyEnvironment: 'not told',
      opens: '{{name}} in the AWS console (opens a new tab)',
      names: 'Names and dates only; the portal cannot read values.',
      empty: 'No secrets of this service were found',
      emptyHint:
        'They are found by their names or by a tag, as the configuration of the portal says. An annotation names other tags.',
      nowhere: 'Nobody says which secrets are of this service',
    },
  },
});
