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
      budget: 'Budget',
      state: {
        burning: 'Burning',
        exhausted: 'Exhausted',
        'at-risk': 'At risk',
        'invalid-sli': 'Invalid SLI',
        'rules-not-loaded': 'Rules not loaded',
        'no-data': 'No data',
        'warming-up': 'Warming up',
        healthy: 'Healthy',
      },
      noBudget: 'None',
      budgetOf: 'Worst objective: {{name}}. {{reason}}',
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
        'Every environment of your services runs or waits for its first release, their latest builds succeeded, and no error budget burns.',
      degraded: '{{service}} {{environment}} is degraded',
      unknown: '{{service}}: {{environments}} cannot be told now',
      manyUnknown: '{{services}} services cannot be told now',
      build: '{{service}}: build {{build}} of {{branch}} {{outcome}}',
      buildInPhase:
        '{{service}}: build {{build}} of {{branch}} {{outcome}} ({{phase}})',
      outcomeFailed: 'failed',
      outcomeFault: 'ended by a fault of its executor',
      outcomeTimedOut: 'timed out',
      burning: '{{where}}: budget burning {{burn}}',
      burningUnknown: '{{where}}: budget burning',
      exhausted: '{{where}}: budget exhausted',
      overspent: '{{where}}: budget overspent by {{over}}',
      sloReason: '{{name}}: {{reason}}',
      sloLastGood: 'Last good answer:',
      slosUnknown: 'The error budgets of your services cannot be told now',
      buildsUnknown_one: 'The builds of one service cannot be told now',
      buildsUnknown_other:
        'The builds of {{count}} services cannot be told now',
    },
    burning: {
      title: 'Burning now',
      label: 'what burns',
      all: 'All SLOs',
      failure: 'What burns could not be found out',
      nothing: 'No error budget burns',
      nothingMine_one:
        'The one objective of your teams neither burns nor is exhausted.',
      nothingUntold_one: '{{count}} of them cannot be judged.',
      nothingUntold_other: '{{count}} of them cannot be judged.',
      nothingMine_other:
        'None of the {{count}} objectives of your teams burns or is exhausted.',
      nothingHint: 'No objective of any service burns or is exhausted.',
      everybody:
        'Your teams have no objectives, so these are everybody\u2019s.',
      more_one: '{{count}} more',
      more_other: '{{count}} more',
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
