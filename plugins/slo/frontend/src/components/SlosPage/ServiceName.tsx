import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { entityPath, entitySlosPath } from '../../sloAddress';
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
          <Link href={entityPath(owner)}>{parseEntityRef(owner).name}</Link>
        </>
      )}
    </NameCell>
  );
};
