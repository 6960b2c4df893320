import {
  EntityOrphanWarning,
  EntityProcessingErrorsPanel,
  EntityRelationWarning,
  EntitySwitch,
  hasCatalogProcessingErrors,
  hasRelationWarnings,
  isOrphan,
} from '@backstage/plugin-catalog';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { DeliveryStrip } from '@shopstack/plugin-delivery';
import { Fragment } from 'react';
import styles from './ServiceOverviewLayout.module.css';

const CatalogWarnings = () => (
  <>
    <EntitySwitch>
      <EntitySwitch.Case if={isOrphan}>
        <EntityOrphanWarning />
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntitySwitch>
      <EntitySwitch.Case if={hasRelationWarnings}>
        <EntityRelationWarning />
      </EntitySwitch.Case>
    </EntitySwitch>
    <EntitySwitch>
      <EntitySwitch.Case if={hasCatalogProcessingErrors}>
        <EntityProcessingErrorsPanel />
      </EntitySwitch.Case>
    </EntitySwitch>
  </>
);

/**
 * The overview of a service: what runs where over the whole width, then the cards of the catalog. The stock layout would
 * put the delivery strip into its narrower column, and on a phone below the about card.
 */
export const ServiceOverviewLayout = ({ cards }: EntityContentLayoutProps) => {
  const info = cards.filter(card => card.type === 'info');
  const content = cards.filter(card => card.type !== 'info');
  const draw = ({ element }: (typeof cards)[number], index: number) => (
    <Fragment key={element.key ?? index}>{element}</Fragment>
  );
  return (
    <div className={styles.root}>
      <CatalogWarnings />
      <DeliveryStrip />
      <div className={styles.columns}>
        <div className={styles.column}>{content.map(draw)}</div>
        <div className={styles.column}>{info.map(draw)}</div>
      </div>
    </div>
  );
};
