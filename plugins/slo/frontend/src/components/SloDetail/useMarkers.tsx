import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { formatMoment, type ChartMarker } from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatBudget } from '../../format';
import { DeploymentCard } from './DeploymentCard';
import type { CostedDeployment } from './deploymentCost';
import { changeTitle, shortRevision, withoutAddress } from './deploymentWords';

/** Deployments as markers of a chart. */
export function useMarkers(deployments: CostedDeployment[]): ChartMarker[] {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  return useMemo(
    () =>
      deployments.map(deployment => {
        const at = Date.parse(deployment.at) / 1_000;
        const { application, revision, author, message, budgetSpent } =
          deployment;
        return {
          id: `${application} ${deployment.at} ${revision}`,
          at,
          label: t('deployments.marker', {
            application,
            revision: shortRevision(revision),
            at: formatMoment(at),
            author: withoutAddress(author) ?? t('deployments.somebody'),
            message: changeTitle(message) ?? t('deployments.noMessage'),
            spent:
              budgetSpent === undefined
                ? t('deployments.spentShortUnknown')
                : t('deployments.spentShort', {
                    percent: formatBudget(budgetSpent),
                  }),
          }),
          isLoud: deployment.isCostly,
          card: <DeploymentCard deployment={deployment} />,
        };
      }),
    [deployments, t],
  );
}
