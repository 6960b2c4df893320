import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  buildName,
  openBuildQuery,
  type FailedBuild,
} from '@shopstack/plugin-builds';
import { RelativeTime, StatusLabel } from '@shopstack/plugin-kit-react';
import {
  entitySlosPath,
  formatBudget,
  formatBurn,
  measuredBudget,
  SLO_LOOKS,
} from '@shopstack/plugin-slo';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import type { AttentionItem } from './attention';
import styles from './HomePage.module.css';
import { entityPagePath } from './paths';
import { homeTranslationRef } from './translation';

type Translate = TranslationFunction<(typeof homeTranslationRef)['T']>;

/** Statuses that went wrong in a way of their own. */
const OUTCOMES = {
  fault: 'attention.outcomeFault',
  'timed-out': 'attention.outcomeTimedOut',
} as const;

function describeBuild(
  t: Translate,
  service: string,
  { build, phase }: FailedBuild,
): string {
  const { status, branch = '' } = build;
  const outcome = t(
    status === 'fault' || status === 'timed-out'
      ? OUTCOMES[status]
      : 'attention.outcomeFailed',
  );
  const parts = { service, build: buildName(build), branch, outcome };
  return phase
    ? t('attention.buildInPhase', { ...parts, phase })
    : t('attention.build', parts);
}

const FailedBuildLine = (props: { service: string; failed: FailedBuild }) => {
  const { entityRef, build } = props.failed;
  const { t } = useTranslationRef(homeTranslationRef);
  return (
    <>
      <Link
        href={`${entityPagePath(entityRef, 'builds')}${openBuildQuery(build)}`}
      >
        <StatusLabel tone="danger">
          {describeBuild(t, props.service, props.failed)}
        </StatusLabel>
      </Link>
      <p className={styles.hint}>
        {build.commitMessage} <RelativeTime value={build.startedAt} />
      </p>
    </>
  );
};

/** "payment prod: budget burning 14×". */
function describeSlo(t: Translate, slo: SloSummary): string {
  const { entityTitle, service, environment, state, burn } = slo;
  const where = [entityTitle ?? service, environment].filter(Boolean).join(' ');
  const remaining = measuredBudget(slo);
  if (state === 'exhausted') {
    return remaining !== undefined && remaining < 0
      ? t('attention.overspent', { where, over: formatBudget(-remaining) })
      : t('attention.exhausted', { where });
  }
  return burn === undefined
    ? t('attention.burningUnknown', { where })
    : t('attention.burning', { where, burn: formatBurn(burn) });
}

const SloAttention = ({ slo, asOf }: { slo: SloSummary; asOf?: string }) => {
  const { t } = useTranslationRef(homeTranslationRef);
  const { tone, icon } = SLO_LOOKS[slo.state];
  const label = (
    <StatusLabel tone={tone} icon={icon}>
      {describeSlo(t, slo)}
    </StatusLabel>
  );
  return (
    <>
      {slo.entityRef ? (
        <Link href={entitySlosPath(slo.entityRef, slo)}>{label}</Link>
      ) : (
        label
      )}
      <p className={styles.hint}>
        {t('attention.sloReason', { name: slo.title, reason: slo.stateReason })}
        {asOf && (
          <>
            {' '}
            {t('attention.sloLastGood')} <RelativeTime value={asOf} />
          </>
        )}
      </p>
    </>
  );
};

/** One thing that a person should look at, with the way to it. */
export const AttentionLine = ({ item }: { item: AttentionItem }) => {
  const { t } = useTranslationRef(homeTranslationRef);
  switch (item.kind) {
    case 'many-unknown':
      return (
        <StatusLabel tone="unknown">
          {t('attention.manyUnknown', { services: String(item.services) })}
        </StatusLabel>
      );
    case 'builds-unknown':
      return (
        <StatusLabel tone="unknown">
          {t('attention.buildsUnknown', { count: item.services })}
        </StatusLabel>
      );
    case 'slo':
      return <SloAttention slo={item.slo} asOf={item.asOf} />;
    case 'slos-unknown':
      return (
        <StatusLabel tone="unknown">{t('attention.slosUnknown')}</StatusLabel>
      );
    case 'failed-build':
      return <FailedBuildLine service={item.service} failed={item.failed} />;
    case 'unknown':
      return (
        <Link href={entityPagePath(item.entityRef)}>
          <StatusLabel tone="unknown">
            {t('attention.unknown', {
              service: item.service,
              environments: item.environments.join(', '),
            })}
          </StatusLabel>
        </Link>
      );
    default:
      return (
        <>
          <Link href={entityPagePath(item.entityRef)}>
            <StatusLabel tone="danger">
              {t('attention.degraded', {
                service: item.service,
                environment: item.state.environment,
              })}
            </StatusLabel>
          </Link>
          {item.state.reason && (
            <p className={styles.hint}>{item.state.reason}</p>
          )}
        </>
      );
  }
};
