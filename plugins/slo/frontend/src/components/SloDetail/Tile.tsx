import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useChanged, type StatusTone } from '@shopstack/plugin-kit-react';
import type { SloQuery } from '@shopstack/plugin-slo-common';
import { useId, type ReactNode } from 'react';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { Queries } from './Queries';
import styles from './SloDetail.module.css';
import tileStyles from './Tile.module.css';

export interface TileProps {
  title: string;
  /** The number that is read from afar. */
  value: string;
  tone: StatusTone;
  /** What the number means, in words and with a shape. */
  state?: ReactNode;
  /** What belongs to it, a line each. */
  children: ReactNode;
  /** How the number comes about, in words. */
  explanation: string;
  queries: SloQuery[];
}

/** One number of an objective, large, and how it is computed. */
export const Tile = (props: TileProps) => {
  const { title, value, tone, state, children, explanation, queries } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const titleId = useId();
  const changed = useChanged(value);
  return (
    <section aria-labelledby={titleId} className={tileStyles.tile}>
      <h3 id={titleId}>{title}</h3>
      <p className={tileStyles.value}>
        <span
          data-tone={tone}
          data-words={tone === 'unknown' || undefined}
          data-changed={changed || undefined}
        >
          {value}
        </span>{' '}
        {state}
      </p>
      <div className={tileStyles.facts}>{children}</div>
      <details className={styles.explain}>
        <summary>{t('explain.show')}</summary>
        <p>{explanation}</p>
        {queries.length > 0 && <Queries queries={queries} />}
      </details>
    </section>
  );
};
