import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StatusLabel } from '@shopstack/plugin-kit-react';
import type { SloDetail } from '@shopstack/plugin-slo-common';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatBudget, formatEvents, formatSli } from '../../format';
import { Tile } from './Tile';

const SUBJECTS = ['sli', 'total', 'errors'];

/** What is kept of the promise, and by how many events. */
export const SliTile = ({ slo }: { slo: SloDetail }) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const { sli, objective, budget, filled } = slo;
  const { events } = budget;
  const isMeasured = sli !== undefined;
  const holds = isMeasured && sli >= objective / 100;
  const tone = holds ? 'ok' : 'danger';
  const uncounted =
    slo.budgeting === 'timeslices' ? 'tile.countsSlices' : 'tile.noEvents';
  const counts = events && {
    bad: formatEvents(events.bad),
    total: formatEvents(events.total),
  };
  return (
    <Tile
      title={t('tile.sli')}
      value={
        sli === undefined ? t('tile.unmeasured') : formatSli(sli, objective)
      }
      tone={isMeasured ? tone : 'unknown'}
      state={
        isMeasured && (
          <StatusLabel tone={tone}>
            {t(holds ? 'tile.above' : 'tile.below')}
          </StatusLabel>
        )
      }
      explanation={counts ? t('explain.sliCounts', counts) : t('explain.sli')}
      queries={slo.queries.filter(({ subject }) => SUBJECTS.includes(subject))}
    >
      {sli !== undefined && (
        <p>{counts ? t('tile.badOf', counts) : t(uncounted)}</p>
      )}
      {filled !== undefined && filled < 1 && (
        <p>{t('tile.filled', { percent: formatBudget(filled) })}</p>
      )}
    </Tile>
  );
};
