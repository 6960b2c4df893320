import {
  calendarWindow,
  formatDuration,
  judgeSlo,
  type SloSummary,
  type SloWindow,
} from '@shopstack/plugin-slo-common';
import {
  sloId,
  type SloSpecification,
} from '@shopstack/plugin-slo-common/rules';

const USUAL_PERIOD = 30 * 86_400;

/** What a file adds to a recorded objective: words for people. Its numbers and its window are those of the rules. */
export function withStatement(
  slo: SloSummary,
  specification: SloSpecification,
): SloSummary {
  const { displayName, description, objective } = specification;
  const isOther = Math.abs(objective - slo.objective) > 1e-9;
  return {
    ...slo,
    ...(displayName && { title: displayName }),
    ...(description && { description }),
    ...(isOther && {
      stateReason: `${slo.stateReason} Its file states ${objective} %, its rules ${slo.objective} %: they are not those of the file.`,
    }),
  };
}

/** An objective that a file states and that no instance records. */
export function unrecordedSlo(
  specification: SloSpecification,
  instance: string,
  now: Date,
): SloSummary {
  const { service, name, displayName, description, objective, labels } =
    specification;
  const window = statedWindow(specification, now);
  const { state, reason } = judgeSlo({
    isRecorded: false,
    objective,
    windowSeconds: window.seconds,
    hasAlerts: false,
  });
  const environment = labels.environment ?? labels.env;
  return {
    instance,
    id: sloId(specification),
    service,
    name,
    title: displayName ?? name,
    ...(description && { description }),
    category: labels.category === 'business' ? 'business' : 'technical',
    ...(environment && { environment }),
    labels,
    state,
    stateReason: reason,
    objective,
    window,
    budgeting:
      specification.budgeting.method === 'occurrences'
        ? 'occurrences'
        : 'timeslices',
    mode: 'guarded',
    budget: {},
    alerts: [],
  };
}

function statedWindow({ timeWindow }: SloSpecification, now: Date): SloWindow {
  if (timeWindow?.kind !== 'calendar') {
    const seconds = timeWindow?.seconds ?? USUAL_PERIOD;
    return { kind: 'rolling', seconds, text: formatDuration(seconds) };
  }
  const { unit, count } = timeWindow;
  return {
    kind: 'calendar',
    text: count === 1 ? unit : `${count} ${unit}s`,
    ...calendarWindow(timeWindow, now),
  };
}
