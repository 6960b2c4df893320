import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import type { EnvironmentState } from '@shopstack/plugin-delivery-common';
import { isScaledToZero } from './isScaledToZero';
import { shortVersion } from './shortVersion';
import type { deliveryTranslationRef } from './translation';

type Translate = TranslationFunction<(typeof deliveryTranslationRef)['T']>;

function clause(
  t: Translate,
  state: EnvironmentState,
  saidVersion: string | undefined,
): string {
  const { environment } = state;
  const version = shortVersion(state.version);
  switch (state.state) {
    case 'progressing':
      return version
        ? t('answer.progressing', { environment, version })
        : t('answer.progressingAny', { environment });
    case 'degraded':
      return version
        ? t('answer.degraded', { environment, version })
        : t('answer.degradedAny', { environment });
    default:
      if (!version) return t('answer.runningAny', { environment });
      return version === saidVersion
        ? t('answer.same', { environment })
        : t('answer.running', { environment, version });
  }
}

/**
 * The one sentence a person came for, from the environment that matters most (the last of the promotion) to the first,
 * then what is scaled to zero, what cannot be told and what waits: "prod runs 4f2a9c1; staging runs the same; dev is moving to 9be01d2."
 *
 * @param environments in the order of promotion
 */
export function answer(
  t: Translate,
  title: string,
  environments: EnvironmentState[],
): string {
  if (environments.every(each => each.state === 'not-promoted')) {
    return t('answer.unreleased', { title });
  }
  const named = (name: EnvironmentState['state']) =>
    environments
      .filter(each => each.state === name)
      .map(each => each.environment)
      .join(', ');
  const clauses: string[] = [];
  let saidVersion: string | undefined;
  for (const state of [...environments].reverse()) {
    if (state.state === 'not-promoted' || state.state === 'unknown') continue;
    if (isScaledToZero(state)) continue;
    clauses.push(clause(t, state, saidVersion));
    if (state.state === 'running') saidVersion = shortVersion(state.version);
  }
  const idle = environments.filter(isScaledToZero);
  if (idle.length > 0) {
    const names = idle.map(each => each.environment).join(', ');
    clauses.push(t('answer.idle', { environments: names }));
  }
  const unknown = named('unknown');
  if (unknown) clauses.push(t('answer.unknown', { environments: unknown }));
  const waiting = named('not-promoted');
  if (waiting) clauses.push(t('answer.notPromoted', { environments: waiting }));
  return `${clauses.join('; ')}.`;
}
