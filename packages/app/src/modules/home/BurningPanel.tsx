import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import {
  EmptyState,
  ObservedPanel,
  TableSkeleton,
} from '@shopstack/plugin-kit-react';
import {
  entitySlosPath,
  measuredBudget,
  SloLine,
  URGENT_STATES,
  type useHomeSlos,
} from '@shopstack/plugin-slo';
import type { SloSummary } from '@shopstack/plugin-slo-common';
import { burningOf } from './burning';
import styles from './HomePage.module.css';
import { SLOS_PATH } from './paths';
import { homeTranslationRef } from './translation';

type Translate = TranslationFunction<(typeof homeTranslationRef)['T']>;

/** So many stand on the first page; the page of all objectives has the rest. */
const SHOWN = 5;

const URGENT_PATH = `${SLOS_PATH}?state=${URGENT_STATES.join(',')}`;

/** How many do not burn, and of how many that is not even known. */
function quietWords(t: Translate, slos: SloSummary[]): string {
  const untold = slos.filter(slo => measuredBudget(slo) === undefined).length;
  return [
    t('burning.nothingMine', { count: slos.length }),
    untold > 0 && t('burning.nothingUntold', { count: untold }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The objectives whose error budgets burn or are spent, the worst first. */
export const BurningPanel = ({
  state,
}: {
  state: ReturnType<typeof useHomeSlos>;
}) => {
  const { t } = useTranslationRef(homeTranslationRef);
  const burning = burningOf(state.data);
  const isMine = state.data?.scope === 'mine';
  return (
    <ObservedPanel
      title={t('burning.title')}
      state={state}
      corner={<Link href={SLOS_PATH}>{t('burning.all')}</Link>}
      failureTitle={t('burning.failure')}
      skeleton={
        <TableSkeleton label={t('burning.label')} columns={2} rows={1} />
      }
      isEmpty={() => burning.length === 0}
      empty={
        <EmptyState
          title={t('burning.nothing')}
          description={
            isMine ? quietWords(t, state.data!.items) : t('burning.nothingHint')
          }
        />
      }
    >
      {() => (
        <>
          {!isMine && <p className={styles.hint}>{t('burning.everybody')}</p>}
          <ul className={styles.plain}>
            {burning.slice(0, SHOWN).map(slo => (
              <li key={`${slo.instance}/${slo.id}`}>
                <SloLine
                  slo={slo}
                  service={slo.entityTitle ?? slo.service}
                  href={slo.entityRef && entitySlosPath(slo.entityRef, slo)}
                />
              </li>
            ))}
          </ul>
          {burning.length > SHOWN && (
            <Link href={URGENT_PATH}>
              {t('burning.more', { count: burning.length - SHOWN })}
            </Link>
          )}
        </>
      )}
    </ObservedPanel>
  );
};
