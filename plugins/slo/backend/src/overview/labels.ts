/** The labels of a series. */
export type Labels = Record<string, string>;

/** Labels that rules add to say what a series is about, and nothing of which objective of several it is. */
const DESCRIBING = new Set([
  '__name__',
  'sloth_window',
  'sloth_severity',
  'sloth_mode',
  'sloth_objective',
  'sloth_spec',
  'sloth_version',
  'slo_window_kind',
  'slo_window',
  'slo_window_start',
  'slo_time_zone',
  'slo_window_start',
  'slo_time_zone',
  'slo_budgeting',
  'alertname',
  'alertstate',
]);

const IDENTIFYING = new Set(['sloth_id', 'sloth_service', 'sloth_slo']);

/** The labels of a series that say whose it is, without what rules add. */
export function ownLabels(labels: Labels): Labels {
  return Object.fromEntries(
    Object.entries(labels).filter(
      ([name]) => !DESCRIBING.has(name) && !IDENTIFYING.has(name),
    ),
  );
}

/** Whether a series may be about a variant: it has each of its labels with the same value, or does not have it. */
export function agrees(labels: Labels, variant: Labels): boolean {
  return Object.entries(variant).every(
    ([name, value]) => (labels[name] ?? value) === value,
  );
}

/** Whether a series is about this variant and no other. */
export function carries(labels: Labels, variant: Labels): boolean {
  return Object.entries(variant).every(
    ([name, value]) => labels[name] === value,
  );
}
