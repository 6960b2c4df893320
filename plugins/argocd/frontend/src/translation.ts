import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the Argo CD tab. */
export const argocdTranslationRef = createTranslationRef({
  id: 'plugin.argocd',
  messages: {
    applications: {
      title: 'Applications',
      label: 'applications',
      failure: 'The applications could not be read',
      empty: 'Argo CD holds no application of this component yet',
      emptyHint:
        'Applications appear when the pull request to cluster-gitops is merged and Argo CD has read it.',
      open: 'Open {{name}} in Argo CD',
      revision: 'revision',
      image: 'image',
      inferred: 'inferred',
      inferredHint:
        'Concluded from the path or the name, not stated by labels.',
    },
    cards: { overview: 'Argo CD overview' },
    columns: {
      environment: 'Environment',
      name: 'Application',
      sync: 'Sync',
      health: 'Health',
      revision: 'Revision',
      deployed: 'Deployed',
      attention: 'Attention',
    },
    attention: {
      conditions_one: '{{count}} condition',
      conditions_other: '{{count}} conditions',
      outOfSync_one: '{{count}} resource off',
      outOfSync_other: '{{count}} resources off',
      operation: 'Operation {{phase}}',
      nothing: 'None',
    },
    details: {
      conditions: 'Conditions',
      resources: 'Resources that are not as git says',
      operation: 'Last operation',
      images: 'Images',
      source: 'Source',
      destination: 'Destination',
      history: 'History',
      noHistory: 'Nothing has been deployed yet.',
    },
    history: {
      id: 'No.',
      revision: 'Revision',
      message: 'Message',
      author: 'Author',
      deployed: 'Deployed',
      initiatedBy: 'Started by',
    },
    resource: {
      kind: 'Kind',
      name: 'Name',
      sync: 'Sync',
      health: 'Health',
      message: 'Message',
    },
  },
});
