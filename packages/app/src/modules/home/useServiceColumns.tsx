import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { EnvironmentChip } from '@shopstack/plugin-delivery';
import type { ServiceDelivery } from '@shopstack/plugin-delivery-common';
import { compareEnvironments } from '@shopstack/plugin-kit-common';
import { StatusLabel, type DenseColumn } from '@shopstack/plugin-kit-react';
import {
  entitySlosPath,
  formatBudget,
  measuredBudget,
  SLO_LOOKS,
  type ListedSlos,
} from '@shopstack/plugin-slo';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { worstOfServices } from './burning';
import { entityPagePath } from './paths';
import { homeTranslationRef } from './translation';

/** What is left of the worst budget of a service, with the way to its objectives. */
const WorstBudget = ({ slo }: { slo: SloSummary | undefined }) => {
  const { t } = useTranslationRef(homeTranslationRef);
  if (!slo?.entityRef) return <>{t('services.noBudget')}</>;
  const { tone, icon } = SLO_LOOKS[slo.state];
  const remaining = measuredBudget(slo);
  const detail = t('services.budgetOf', {
    name: slo.title,
    reason: slo.stateReason,
  });
  return (
    <Link href={entitySlosPath(slo.entityRef)}>
      <StatusLabel tone={tone} icon={icon} detail={detail}>
        {remaining === undefined
          ? t(`services.state.${slo.state}`)
          : formatBudget(remaining)}
      </StatusLabel>
    </Link>
  );
};

/**
 * One column for the service, one for each environment that any of them has, and, where objectives are known, one for
 * what is left of the worst budget.
 */
export function useServiceColumns(
  services: ServiceDelivery[],
  slos?: ListedSlos,
): DenseColumn<ServiceDelivery>[] {
  const { t } = useTranslationRef(homeTranslationRef);
  return useMemo(() => {
    const environments = [
      ...new Set(
        services.flatMap(service =>
          service.environments.map(state => state.environment),
        ),
      ),
    ].sort((a, b) => compareEnvironments(a, b));
    const worst = worstOfServices(slos);
    const budget: DenseColumn<ServiceDelivery> = {
      id: 'budget',
      label: t('services.budget'),
      render: ({ entityRef }) => <WorstBudget slo={worst.get(entityRef)} />,
    };
    // Of everybody's services only those that burn are known: a column would call the others without objectives.
    const withBudget = slos?.scope === 'mine' && worst.size > 0;
    return [
      {
        id: 'service',
        label: t('services.service'),
        isRowHeader: true,
        render: service => (
          <Link href={entityPagePath(service.entityRef)}>{service.title}</Link>
        ),
      },
      ...environments.map(environment => ({
        id: environment,
        label: environment,
        render: (service: ServiceDelivery) => {
          const state = service.environments.find(
            each => each.environment === environment,
          );
          return state ? (
            <EnvironmentChip state={state} />
          ) : (
            t('services.noEnvironment')
          );
        },
      })),
      ...(withBudget ? [budget] : []),
    ];
  }, [services, slos, t]);
}
