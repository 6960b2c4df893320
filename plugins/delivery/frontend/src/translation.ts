import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The texts of the delivery view. */
export const deliveryTranslationRef = createTranslationRef({
  id: 'plugin.delivery',
  messages: {
    state: {
      running: 'Running',
      idle: 'Scaled to zero',
      progressing: 'Progressing',
      degraded: 'Degraded',
      notPromoted: 'Not promoted yet',
      unknown: 'Unknown',
    },
    strip: {
      title: 'Delivery',
      loading: 'Loading where it runs',
      failure: 'Where this service runs could not be read',
      empty: 'No environment of this service is known',
      emptyHint:
        'Environments appear when Argo CD holds an application that carries the label shopstack.dev/service of this component.',
      environment: '{{environment}} environment',
      deployed: 'deployed',
      noVersion: 'Version not known',
      notPromotedHint: 'No release has come this far.',
      inferred: 'inferred',
      inferredHint:
        'Concluded from names, not stated by labels or by a running pod.',
      pods: '{{ready}}/{{desired}} pods',
      restarts_one: '{{count}} restart',
      restarts_other: '{{count}} restarts',
      scales: 'Scaled between {{min}} and {{max}} pods',
      limited: 'Autoscaler limited',
      argocd: 'Argo CD',
      argocdOf: 'Open {{environment}} in Argo CD',
      commit: 'commit',
    },
    answer: {
      unreleased: '{{title}} is not released yet: no environment runs it.',
      running: '{{environment}} runs {{version}}',
      runningAny: '{{environment}} runs',
      same: '{{environment}} runs the same',
      progressing: '{{environment}} is moving to {{version}}',
      progressingAny: '{{environment}} is moving',
      degraded: '{{environment}} is degraded on {{version}}',
      degradedAny: '{{environment}} is degraded',
      notPromoted: 'not promoted yet: {{environments}}',
      idle: 'scaled to zero: {{environments}}',
      unknown: 'cannot be told now: {{environments}}',
    },
  },
});
