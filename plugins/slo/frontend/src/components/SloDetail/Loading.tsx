import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { sloDetailTranslationRef } from '../../detailTranslation';
import styles from './SloDetail.module.css';
import tileStyles from './Tile.module.css';

const TILES = [1, 2, 3];

/** The place of the answer and of the tiles until the objective is known. */
export const Loading = () => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  return (
    <div role="status" aria-label={t('loading')} className={styles.loading}>
      <Skeleton width="60%" height={28} />
      <Skeleton width="40%" height={18} />
      <Skeleton width="30%" height={24} />
      <div className={tileStyles.tiles}>
        {TILES.map(tile => (
          <div key={tile} className={tileStyles.tile}>
            <Skeleton width="30%" height={16} />
            <Skeleton width="60%" height={40} />
            <Skeleton width="80%" height={16} />
            <Skeleton width="40%" height={16} />
          </div>
        ))}
      </div>
    </div>
  );
};
