import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { buildsTranslationRef } from './translation';

type Translate = TranslationFunction<(typeof buildsTranslationRef)['T']>;

/** The triggers that have a name in our words; executors know more. */
const NAMED = {
  push: 'trigger.push',
  pull_request: 'trigger.pullRequest',
  webhook: 'trigger.webhook',
  schedule: 'trigger.schedule',
  codepipeline: 'trigger.codepipeline',
  workflow_dispatch: 'trigger.person',
  person: 'trigger.person',
} as const;

/** What made a build start, in our words where we have any, else in those of the executor. */
export function triggerName(t: Translate, trigger: string): string {
  return trigger in NAMED
    ? t(NAMED[trigger as keyof typeof NAMED])
    : trigger.replaceAll('_', ' ');
}
