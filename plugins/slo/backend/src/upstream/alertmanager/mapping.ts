import type { HeldAlert, Silence } from '../AlertmanagerReader';
import { alertSchema, silenceSchema } from './wire';

const ALERT_STATES = ['unprocessed', 'active', 'suppressed'] as const;

/** An alert of the list, or nothing where it is none. */
export function toHeldAlert(row: unknown): HeldAlert[] {
  const alert = alertSchema.safeParse(row);
  if (!alert.success) {
    return [];
  }
  const { labels, annotations, startsAt, status } = alert.data;
  return [
    {
      labels,
      annotations: annotations ?? {},
      startsAt,
      // A word that we do not know must not hide the alert.
      state:
        ALERT_STATES.find(state => state === status?.state) ?? 'unprocessed',
      silencedBy: status?.silencedBy ?? [],
      inhibitedBy: status?.inhibitedBy ?? [],
    },
  ];
}

/** A silence of the list, or nothing where it is none or over. */
export function toSilence(row: unknown): Silence[] {
  const silence = silenceSchema.safeParse(row);
  if (!silence.success) {
    return [];
  }
  const { status, createdBy, comment, ...rest } = silence.data;
  return ['active', 'pending'].includes(status.state)
    ? [{ ...rest, createdBy: createdBy ?? '', comment: comment ?? '' }]
    : [];
}
