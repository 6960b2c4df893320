import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { StatusLabel, useNow } from '@shopstack/plugin-kit-react';
import {
  errorBudget,
  type SloBudget,
  type SloDetail,
} from '@shopstack/plugin-slo-common';
import { formatValue } from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatBudget, formatEvents, formatTimeLeft } from '../../format';
import { FutureTime } from './FutureTime';
import { outlookOf } from './outlook';
import tileStyles from './Tile.module.css';
import { Tile } from './Tile';
import { Warning } from './Warning';

/** From here on little is left; the state `at-risk` begins there as well. */
const LITTLE = 0.1;

const SUBJECTS = ['budget', 'burn'];

function lookOf({ budget: { remaining }, state }: SloDetail) {
  if (remaining === undefined) return undefined;
  if (remaining <= 0) return { tone: 'danger', word: 'none' } as const;
  if (remaining <= LITTLE) return { tone: 'warning', word: 'little' } as const;
  if (state === 'burning') return { tone: 'warning', word: 'burning' } as const;
  return state === 'at-risk'
    ? ({ tone: 'warning', word: 'soon' } as const)
    : ({ tone: 'ok', word: 'left' } as const);
}

/** The budget in what it is made of: events, and minutes where time is counted. */
const Counted = ({ budget: { events, minutes } }: { budget: SloBudget }) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  return (
    <>
      {events && (
        <p>
          {t(events.left < 0 ? 'tile.eventsOver' : 'tile.eventsLeft', {
            left: formatEvents(events.left),
            over: formatEvents(-events.left),
            allowed: formatEvents(events.allowed),
          })}
        </p>
      )}
      {minutes && (
        <p>
          {t(minutes.left < 0 ? 'tile.minutesOver' : 'tile.minutesLeft', {
            left: formatTimeLeft(minutes.left * 60),
            over: formatTimeLeft(-minutes.left * 60),
            total: formatTimeLeft(minutes.total * 60),
          })}
        </p>
      )}
    </>
  );
};

/** What is left of what may go wrong, and until when. */
export const BudgetTile = ({ slo }: { slo: SloDetail }) => {
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const { budget, sli, objective } = slo;
  const { remaining } = budget;
  const outlook = outlookOf(slo, useNow());
  const look = lookOf(slo);
  return (
    <Tile
      title={t('tile.budget')}
      value={
        remaining === undefined ? t('tile.unmeasured') : formatBudget(remaining)
      }
      tone={look?.tone ?? 'unknown'}
      state={
        look && (
          <StatusLabel tone={look.tone}>{t(`tile.${look.word}`)}</StatusLabel>
        )
      }
      explanation={
        remaining === undefined || sli === undefined
          ? t('explain.budgetUnknown')
          : t('explain.budget', {
              bad: formatValue('share', 1 - sli),
              allowed: formatValue('share', errorBudget(objective)),
              left: formatBudget(remaining),
            })
      }
      queries={slo.queries.filter(({ subject }) => SUBJECTS.includes(subject))}
    >
      {look && remaining !== undefined && (
        <div
          role="meter"
          aria-label={t('tile.meter')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(Math.max(0, Math.min(1, remaining)) * 100)}
          aria-valuetext={formatBudget(remaining)}
          className={tileStyles.meter}
          data-tone={look.tone}
        >
          <span
            style={{ width: `${Math.max(0, Math.min(1, remaining)) * 100}%` }}
          />
        </div>
      )}
      <Counted budget={budget} />
      {outlook.kind === 'lasts' && <p>{t('tile.lasts')}</p>}
      {outlook.kind === 'ends' && (
        <p>
          {t('tile.endsAt')} <FutureTime value={outlook.at} />
        </p>
      )}
      {slo.tooFewEvents && <Warning>{t('tile.tooFew')}</Warning>}
    </Tile>
  );
};
