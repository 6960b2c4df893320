import { createTranslationRef } from '@backstage/frontend-plugin-api';

export const homeTranslationRef = createTranslationRef({
  id: 'app.home',
  messages: {
    title: 'Home',
    create: 'Create a service',
    services: {
      mine: 'My services',
      all: 'All services',
      label: 'services',
      allHint:
        'You belong to no team that owns a service, so these are everybody\u2019s.',
      failure: 'The services could not be read',
      missing: 'The services cannot be told while a source does not answer.',
      empty: 'There is no service yet',
      emptyHint:
        'A service appears here when its component is in the catalog. The first one takes a few minutes.',
      service: 'Service',
      truncated: 'There are more services than these; the catalog lists all.',
      catalog: 'Open the catalog',
      noEnvironment: 'None',
    },
    attention: {
      title: 'Needs you now',
      label: 'what needs you',
      failure: 'What needs you could not be found out',
      missing: 'What needs you cannot be told while a source does not answer.',
      nothing: 'Nothing needs you',
      nothingHint:
        'Every environment of these services runs or waits for its first release.',
      nothingHintOwned:
        'Every environment of your services runs or waits for its first release, and their latest builds succeeded.',
      degraded: '{{service}} {{environment}} is degraded',
      unknown: '{{service}}: {{environments}} cannot be told now',
      manyUnknown: '{{services}} services cannot be told now',
      build: '{{service}}: build {{build}} of {{branch}} {{outcome}}',
      buildInPhase:
        '{{service}}: build {{build}} of {{branch}} {{outcome}} ({{phase}})',
      outcomeFailed: 'failed',
      outcomeFault: 'ended by a fault of its executor',
      outcomeTimedOut: 'timed out',
      buildsUnknown_one: 'The builds of one service cannot be told now',
      buildsUnknown_other:
        'The builds of {{count}} services cannot be told now',
    },
    activity: {
      title: 'Recent changes',
      label: 'recent changes',
      failure: 'The recent changes could not be read',
      missing: 'What changed cannot be told while a source does not answer.',
      empty: 'Nothing has been deployed yet',
      emptyHint:
        'Every sync of Argo CD that brings a new revision appears here.',
      to: 'to {{environment}}',
    },
  },
});
