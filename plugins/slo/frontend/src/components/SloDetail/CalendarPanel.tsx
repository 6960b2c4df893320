import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FilterChips, StatusLabel } from '@shopstack/plugin-kit-react';
import type { SloCalendar } from '@shopstack/plugin-slo-common';
import { useMemo } from 'react';
import { TimeChart } from '../../charts';
import { sloDetailTranslationRef } from '../../detailTranslation';
import { formatBudget } from '../../format';
import { aheadOfPace, fromStart, wholeExtent } from './calendarChart';
import { ChartPanel } from './ChartPanel';
import { linesOf } from './chartLines';
import type { DetailAddress } from './useDetailAddress';
import { useChart, type Subject } from './useSloReadings';

const HEIGHT = 220;
const CALENDARS = ['week', 'month', 'quarter', 'year'] as const;
const NAME = 'calendar';

/** The budget of a calendar window burning down, beside spending it evenly. */
export const CalendarPanel = ({
  subject,
  address,
}: {
  subject: Subject;
  address: DetailAddress;
}) => {
  const { calendar, showCalendar, tables, toggleTable, fit } = address;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const question = useMemo(() => ({ calendar }), [calendar]);
  const state = useChart(subject, NAME, question);
  const answered = state.data?.items[0];
  const { chart, ahead } = useMemo(() => {
    const drawn = answered && fromStart(answered);
    return { chart: drawn, ahead: drawn && aheadOfPace(drawn) };
  }, [answered]);
  const lines = useMemo(
    () =>
      chart
        ? linesOf(chart, {
            remaining: {
              label: t('calendar.series'),
              tone: 'sign',
              isArea: true,
            },
            ideal: {
              label: t('calendar.ideal'),
              tone: 'muted',
              isDashed: true,
            },
          })
        : [],
    [chart, t],
  );
  return (
    <ChartPanel
      title={t('calendar.title')}
      state={state}
      height={HEIGHT}
      asTable={tables.includes(NAME)}
      onToggleTable={() => toggleTable(NAME)}
      corner={
        <FilterChips
          single
          label={t('calendar.label')}
          chips={CALENDARS.map(id => ({ id, label: t(`calendar.${id}`) }))}
          selected={[calendar]}
          onSelect={([id]) => id && showCalendar(id as SloCalendar)}
        />
      }
      note={
        <>
          {ahead !== undefined && (
            <StatusLabel tone={ahead < 0 ? 'warning' : 'ok'}>
              {t(ahead < 0 ? 'calendar.behind' : 'calendar.ahead', {
                percent: formatBudget(Math.abs(ahead)),
              })}
            </StatusLabel>
          )}
          {ahead !== undefined && <br />}
          {t('calendar.what', {
            window: t(`calendar.${calendar}`).toLowerCase(),
          })}
        </>
      }
    >
      {() =>
        chart && (
          <TimeChart
            title={t('calendar.title')}
            times={chart.times}
            lines={lines}
            unit="share"
            format={formatBudget}
            scale="budget"
            fit={fit}
            x={wholeExtent(chart)}
            height={HEIGHT}
            asTable={tables.includes(NAME)}
            onZoom={address.zoom}
            onReset={address.resetZoom}
          />
        )
      }
    </ChartPanel>
  );
};
