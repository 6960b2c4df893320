import type { Sample } from '../upstream/PrometheusReader';
import { OBJECTIVE, SLI_PREFIX, TIME_PERIOD, TOTAL_PREFIX } from './queries';

/** The samples of one `sloth_id`, by what they tell. */
export interface SloSamples {
  infos: Sample[];
  ratios: Sample[];
  objectives: Sample[];
  periods: Sample[];
  totals: Sample[];
  alerts: Sample[];
  alertTimes: Sample[];
}

/** What was asked for, as it was answered. */
export interface OverviewAnswers {
  infos: Sample[];
  ratios: Sample[];
  numbers: Sample[];
  alerts: Sample[];
}

/** Puts samples together by `sloth_id`. What has none belongs to nobody, as do series of other names. */
export function groupSamples(
  answers: OverviewAnswers,
): Map<string, SloSamples> {
  const groups = new Map<string, SloSamples>();
  const add = (sample: Sample, kind: keyof SloSamples | undefined) => {
    const id = sample.labels.sloth_id;
    if (!id || !kind) {
      return;
    }
    let group = groups.get(id);
    if (!group) {
      group = nothing();
      groups.set(id, group);
    }
    group[kind].push(sample);
  };
  answers.infos.forEach(sample => add(sample, 'infos'));
  answers.ratios.forEach(sample => add(sample, 'ratios'));
  answers.numbers.forEach(sample => add(sample, kindOfNumber(sample)));
  answers.alerts.forEach(sample =>
    add(
      sample,
      sample.labels.__name__ === 'ALERTS_FOR_STATE' ? 'alertTimes' : 'alerts',
    ),
  );
  return groups;
}

function kindOfNumber({ labels }: Sample): keyof SloSamples | undefined {
  const name = labels.__name__ ?? '';
  if (name === OBJECTIVE) return 'objectives';
  if (name === TIME_PERIOD) return 'periods';
  if (name.startsWith(TOTAL_PREFIX)) return 'totals';
  return name.startsWith(SLI_PREFIX) ? 'ratios' : undefined;
}

function nothing(): SloSamples {
  return {
    infos: [],
    ratios: [],
    objectives: [],
    periods: [],
    totals: [],
    alerts: [],
    alertTimes: [],
  };
}
