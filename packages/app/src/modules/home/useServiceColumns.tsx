import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { EnvironmentChip } from '@shopstack/plugin-delivery';
import type { ServiceDelivery } from '@shopstack/plugin-delivery-common';
import { compareEnvironments } from '@shopstack/plugin-kit-common';
import type { DenseColumn } from '@shopstack/plugin-kit-react';
import { useMemo } from 'react';
import { entityPagePath } from './paths';
import { homeTranslationRef } from './translation';

/** One column for the service, and one for each environment that any of them has. */
export function useServiceColumns(
  services: ServiceDelivery[],
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
    ];
  }, [services, t]);
}
