const SECONDS: Record<string, number> = {
  y: 31_536_000,
  w: 604_800,
  d: 86_400,
  h: 3_600,
  m: 60,
  s: 1,
  ms: 0.001,
};

/** Units in falling order, each at most once, as Prometheus reads durations. */
const DURATION =
  /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;

/** Seconds of a Prometheus duration such as `5m`, `1h30m` or `4w`; undefined when it is none, or nothing. */
export function parseDuration(text: string): number | undefined {
  const match = DURATION.exec(text);
  if (!match || text === '') return undefined;
  const seconds = Object.keys(SECONDS).reduce(
    (sum, unit, index) => sum + Number(match[index + 1] ?? 0) * SECONDS[unit],
    0,
  );
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

/**
 * A duration as Prometheus itself prints it, which is what names of recorded series end in: years and weeks only when
 * they come out even (28 days are `4w`, 30 days `30d`), then the units that are needed (`1h30m`).
 * Source: `Duration.String` of github.com/prometheus/common/model.
 */
export function prometheusDuration(seconds: number): string {
  let rest = Math.round(seconds * 1_000);
  if (rest === 0) return '0s';
  let text = '';
  const take = (unit: string, milliseconds: number, onlyWhole: boolean) => {
    if (onlyWhole && rest % milliseconds !== 0) return;
    const count = Math.floor(rest / milliseconds);
    if (count > 0) {
      text += `${count}${unit}`;
      rest -= count * milliseconds;
    }
  };
  take('y', SECONDS.y * 1_000, true);
  take('w', SECONDS.w * 1_000, true);
  for (const unit of ['d', 'h', 'm', 's']) {
    take(unit, SECONDS[unit] * 1_000, false);
  }
  take('ms', 1, false);
  return text;
}

/** A duration for people, in days rather than weeks: `30d`, `28d`, `1h30m`. */
export function formatDuration(seconds: number): string {
  const days = seconds / SECONDS.d;
  return days >= 1 && Number.isInteger(days)
    ? `${days}d`
    : prometheusDuration(seconds);
}
