import type { SloAlert } from '@shopstack/plugin-slo-common';
import type { HeldAlert, Silence } from '../upstream/AlertmanagerReader';
import type { RecordedAlert, RecordedSlo } from './InstanceOverview';
import { agrees } from './labels';

/** What one reading of an Alertmanager tells. */
export interface HeldAlerts {
  alerts: HeldAlert[];
  silences: Silence[];
}

/** Held alerts by `sloth_id`. */
export type HeldIndex = ReadonlyMap<string, HeldAlert[]>;

export function indexHeld(held: HeldAlerts | undefined): HeldIndex {
  const index = new Map<string, HeldAlert[]>();
  for (const alert of held?.alerts ?? []) {
    const id = alert.labels.sloth_id ?? '';
    index.set(id, [...(index.get(id) ?? []), alert]);
  }
  return index;
}

/**
 * The alerts of an objective as Prometheus evaluates them, with what holds their notifications back. Prometheus decides
 * whether they fire: Alertmanager hears of it, keeps it for a while, and may be out.
 */
export function joinAlerts(
  slo: Pick<RecordedSlo, 'id' | 'variant' | 'alerts'>,
  index: HeldIndex,
  silences: readonly Silence[],
  url: string | undefined,
): SloAlert[] {
  const held = index.get(slo.id) ?? [];
  return slo.alerts.map(alert => ({
    ...alert,
    ...heldBack(
      alert,
      held.filter(
        ({ labels }) =>
          labels.alertname === alert.name &&
          (labels.sloth_severity ?? alert.severity) === alert.severity &&
          agrees(labels, slo.variant),
      ),
      silences,
    ),
    ...(url && { url }),
  }));
}

/** Only what is held back in all its series is held back. */
function heldBack(
  alert: RecordedAlert,
  held: readonly HeldAlert[],
  silences: readonly Silence[],
): Pick<SloAlert, 'status' | 'silence'> {
  const isHeldBack =
    alert.status === 'firing' &&
    held.length > 0 &&
    held.every(({ state }) => state === 'suppressed');
  if (!isHeldBack) {
    return { status: alert.status };
  }
  const ids = held.flatMap(({ silencedBy }) => silencedBy);
  if (ids.length === 0) {
    return { status: 'inhibited' };
  }
  const silence = lastToEnd(silences.filter(({ id }) => ids.includes(id)));
  return { status: 'silenced', ...(silence && { silence }) };
}

function lastToEnd(silences: Silence[]): SloAlert['silence'] {
  const [last] = silences.sort(
    (one, other) => Date.parse(other.endsAt) - Date.parse(one.endsAt),
  );
  if (!last) {
    return undefined;
  }
  const { id, endsAt, createdBy, comment } = last;
  return { id, endsAt, createdBy, comment };
}
