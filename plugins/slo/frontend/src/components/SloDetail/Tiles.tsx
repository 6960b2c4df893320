import type { SloDetail } from '@shopstack/plugin-slo-common';
import { BudgetTile } from './BudgetTile';
import { ObjectiveTile } from './ObjectiveTile';
import { SliTile } from './SliTile';
import styles from './SloDetail.module.css';

/** What was promised, what is kept, and what is left. */
export const Tiles = ({ slo }: { slo: SloDetail }) => (
  <div className={styles.tiles}>
    <ObjectiveTile slo={slo} />
    <SliTile slo={slo} />
    <BudgetTile slo={slo} />
  </div>
);
