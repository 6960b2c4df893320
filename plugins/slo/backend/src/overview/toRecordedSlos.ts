import { parseDuration } from '@shopstack/plugin-slo-common';
import type { Sample } from '../upstream/PrometheusReader';
import {
  groupSamples,
  type OverviewAnswers,
  type SloSamples,
} from './groupSamples';
import type { RecordedCalendar, RecordedSlo } from './InstanceOverview';
import { agrees, carries, type Labels, ownLabels } from './labels';
import { toMeasured } from './measured';
import { SLI_PREFIX, TOTAL_PREFIX } from './queries';
import { toRecordedAlerts } from './toRecordedAlerts';
import { findVariants } from './variants';

const DAY = 86_400;
const USUAL_PERIOD = 30 * DAY;

/**
 * The objectives that samples tell of, in the order of their ids. `omitted` are the ids of those that nobody gave an
 * objective: nothing can be said of them.
 */
export function toRecordedSlos(answers: OverviewAnswers): {
  slos: RecordedSlo[];
  omitted: string[];
} {
  const slos: RecordedSlo[] = [];
  const omitted: string[] = [];
  for (const [id, samples] of groupSamples(answers)) {
    // An alert alone, of rules that are gone, is no objective.
    if (samples.infos.length + samples.ratios.length === 0) {
      continue;
    }
    for (const variant of variantsOf(samples)) {
      const slo = toRecordedSlo(id, variant, samples);
      if (slo) {
        slos.push(slo);
      } else {
        omitted.push(id);
      }
    }
  }
  slos.sort((one, other) => (one.id < other.id ? -1 : 1));
  return { slos, omitted: [...new Set(omitted)].sort() };
}

function variantsOf({ infos, ratios }: SloSamples): Labels[] {
  return findVariants([
    infos.map(({ labels }) => labels),
    ratios.map(({ labels }) => labels),
  ]);
}

function toRecordedSlo(
  id: string,
  variant: Labels,
  samples: SloSamples,
): RecordedSlo | undefined {
  const about = (all: Sample[]) =>
    all.filter(({ labels }) => agrees(labels, variant));
  // A series without the labels that tell variants apart counts all of them together, and so none.
  const own = (all: Sample[]) =>
    all.filter(({ labels }) => carries(labels, variant));
  const info: Labels = about(samples.infos)[0]?.labels ?? {};
  const objective = objectiveOf(info, about(samples.objectives)[0]);
  if (objective === undefined) {
    return undefined;
  }
  const ratios = byWindow(own(samples.ratios), SLI_PREFIX);
  const periodSeconds =
    periodOf(about(samples.periods)[0]) ??
    (Math.max(0, ...ratios.keys()) || USUAL_PERIOD);
  const total = byWindow(own(samples.totals), TOTAL_PREFIX).get(periodSeconds);
  const labels: Labels =
    about(samples.infos)[0]?.labels ?? own(samples.ratios)[0]?.labels ?? {};
  return {
    id,
    service: labels.sloth_service ?? '',
    name: labels.sloth_slo ?? id,
    variant,
    labels: { ...ownLabels(labels), ...variant },
    isGuarded: info.sloth_mode === 'shopstack-guarded',
    ...(info.slo_window_kind === 'calendar' &&
      info.slo_window && { calendar: calendarOf(info) }),
    budgeting: info.slo_budgeting ? 'timeslices' : 'occurrences',
    objective,
    periodSeconds,
    ratios: [...ratios]
      .sort(([one], [other]) => one - other)
      .map(([seconds, value]) => [seconds, toMeasured(value)]),
    ...(total !== undefined && { total: toMeasured(total) }),
    alerts: toRecordedAlerts(about(samples.alerts), samples.alertTimes),
  };
}

function calendarOf(info: Labels): RecordedCalendar {
  const { slo_window: text, slo_window_start: startTime } = info;
  const { slo_time_zone: timeZone } = info;
  return {
    text,
    ...(startTime && { startTime }),
    ...(timeZone && { timeZone }),
  };
}

/** What the file says comes first: the recorded share has the rounding of a double in it. */
function objectiveOf(
  info: Labels,
  recorded: Sample | undefined,
): number | undefined {
  const stated = Number(info.sloth_objective || NaN);
  if (Number.isFinite(stated)) return stated;
  const percent = Number(((recorded?.value ?? NaN) * 100).toPrecision(12));
  return Number.isFinite(percent) ? percent : undefined;
}

function periodOf(sample: Sample | undefined): number | undefined {
  const seconds = Math.round((sample?.value ?? NaN) * DAY);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

/** Values by the seconds of the windows that their series are about. Of replicas that tell the same, the first. */
function byWindow(samples: Sample[], prefix: string): Map<number, number> {
  const values = new Map<number, number>();
  for (const { labels, value } of samples) {
    const text = labels.sloth_window ?? labels.__name__?.slice(prefix.length);
    const seconds = parseDuration(text ?? '');
    if (seconds !== undefined && !values.has(seconds)) {
      values.set(seconds, value);
    }
  }
  return values;
}
