import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { BuildExecutorName } from '@shopstack/plugin-builds-common';
import type { buildsTranslationRef } from './translation';

type Translate = TranslationFunction<(typeof buildsTranslationRef)['T']>;

/** What people call an executor. */
export function executorTitle(
  t: Translate,
  executor: BuildExecutorName,
): string {
  return t(
    executor === 'aws-codebuild'
      ? 'executor.codebuild'
      : 'executor.githubActions',
  );
}
