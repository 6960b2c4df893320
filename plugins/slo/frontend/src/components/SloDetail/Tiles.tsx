import type { SloDetail } from '@shopstack/plugin-slo-common';
import { BudgetTile } from './BudgetTile';
import { ObjectiveTile } from './ObjectiveTile';
import { SliTile } from './SliTile';
import tileStyles from './Tile.module.css';

/** What was promised, what is kept, and what is left. */
export const Tiles = ({ slo }: { slo: SloDetail }) => (
  <div className={tileStyles.tiles}>
    <ObjectiveTile slo={slo} />
    <SliTile slo={slo} />
    <BudgetTile slo={slo} />
  </div>
);
