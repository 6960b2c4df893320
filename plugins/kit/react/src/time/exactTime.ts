import { DateTime } from 'luxon';

/**
 * A moment as a person compares it with a log: local time with its zone, and UTC.
 *
 * @param iso an ISO string; anything else is answered as it is
 */
export function exactTime(iso: string): string {
  const moment = DateTime.fromISO(iso);
  if (!moment.isValid) return iso;
  const local = moment.toLocal().toFormat('yyyy-MM-dd HH:mm:ss ZZZZ');
  const utc = moment.toUTC().toFormat('yyyy-MM-dd HH:mm:ss');
  return `${local}, ${utc} UTC`;
}
