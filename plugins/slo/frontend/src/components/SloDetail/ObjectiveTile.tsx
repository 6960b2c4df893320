import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { errorBudget, type SloDetail } from '@shopstack/plugin-slo-common';
import { formatValue } from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatObjective } from '../../format';
import { FutureTime } from './FutureTime';
import { latencyTarget } from './latencyTarget';
import { Tile } from './Tile';

/** What was promised, over which window. */
export const ObjectiveTile = ({ slo }: { slo: SloDetail }) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const { objective, window, budgeting, mode } = slo;
  const target = latencyTarget(slo.queries);
  const allowed = formatValue('share', errorBudget(objective));
  const isSlices = budgeting === 'timeslices';
  let promise: string = t(isSlices ? 'tile.slices' : 'tile.events');
  if (target !== undefined && !isSlices) {
    promise = t('tile.faster', { time: formatValue('seconds', target) });
  }
  return (
    <Tile
      title={t('tile.objective')}
      value={formatObjective(objective)}
      tone="none"
      explanation={[
        t(isSlices ? 'explain.slices' : 'explain.objective', { allowed }),
        t(`explain.${mode}`),
      ].join(' ')}
      queries={[]}
    >
      <p>
        {promise},{' '}
        {window.kind === 'rolling'
          ? t('tile.in', { window: window.text })
          : t('tile.inCalendar', { window: window.text })}
      </p>
      {window.endsAt && (
        <p>
          {t('tile.ends')} <FutureTime value={window.endsAt} />
        </p>
      )}
    </Tile>
  );
};
