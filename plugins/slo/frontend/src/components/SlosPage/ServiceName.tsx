import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { entitySlosPath } from '../../sloAddress';
import { sloTranslationRef } from '../../translation';
import { NameCell } from '../SloCells';

/** An objective among those of other services: whose it is, and where. */
export const ServiceName = ({ slo }: { slo: SloSummary }) => {
  const { t } = useTranslationRef(sloTranslationRef);
  const { entityRef, entityTitle, service, environment, owner } = slo;
  return (
    <NameCell slo={slo} href={entityRef && entitySlosPath(entityRef, slo)}>
      {entityRef ? (
        <Link href={entitySlosPath(entityRef)}>{entityTitle ?? service}</Link>
      ) : (
        `${service} (${t('page.noService')})`
      )}
      {environment && ` · ${environment}`}
      {owner && (
        <>
          {' · '}
          <EntityRefLink entityRef={owner} defaultKind="group" hideIcon />
        </>
      )}
    </NameCell>
  );
};
