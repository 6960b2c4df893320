import { ActiveAlert } from '../prometheus';
import { inhibits, receiverOf } from './configuration';
import { fingerprint } from './fingerprint';
import { matchesLabels } from './matchers';
import { Silence, silenceState } from './Silence';

/** How long an alert stays when nobody confirms it: four times what Prometheus takes to say it again. */
const LIFETIME = 240_000;

/** An alert as the API shows it. */
export interface GettableAlert {
  readonly annotations: Readonly<Record<string, string>>;
  readonly endsAt: string;
  readonly fingerprint: string;
  readonly receivers: readonly { name: string }[];
  readonly startsAt: string;
  readonly status: {
    readonly inhibitedBy: readonly string[];
    readonly silencedBy: readonly string[];
    readonly state: 'active' | 'suppressed';
  };
  readonly updatedAt: string;
  readonly generatorURL: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** The firing alerts with what suppresses them. */
export function gettableAlerts(
  alerts: readonly ActiveAlert[],
  silences: readonly Silence[],
  now: number,
): GettableAlert[] {
  const firing = alerts.filter(alert => alert.state === 'firing');
  const active = silences.filter(
    silence => silenceState(silence, now) === 'active',
  );
  return firing.map(alert => {
    const { labels, annotations, generatorURL } = alert;
    const silencedBy = active
      .filter(silence => matchesLabels(silence.matchers, labels))
      .map(silence => silence.id);
    const inhibitedBy = firing
      .filter(other => other !== alert && inhibits(other.labels, labels))
      .map(other => fingerprint(other.labels));
    const isSuppressed = silencedBy.length + inhibitedBy.length > 0;
    return {
      annotations,
      endsAt: new Date(now + LIFETIME).toISOString(),
      fingerprint: fingerprint(labels),
      receivers: [{ name: receiverOf(labels) }],
      startsAt: alert.firedAt ?? alert.activeAt,
      status: {
        inhibitedBy,
        silencedBy,
        state: isSuppressed ? 'suppressed' : 'active',
      },
      updatedAt: new Date(now).toISOString(),
      generatorURL,
      labels,
    };
  });
}
