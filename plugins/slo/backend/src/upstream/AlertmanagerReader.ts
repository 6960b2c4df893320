/** An alert that Alertmanager holds. Times are ISO strings. */
export interface HeldAlert {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  startsAt: string;
  state: 'unprocessed' | 'active' | 'suppressed';
  silencedBy: string[];
  inhibitedBy: string[];
}

/** A silence that is active or pending. Times are ISO strings. */
export interface Silence {
  id: string;
  startsAt: string;
  endsAt: string;
  createdBy: string;
  comment: string;
}

/** One configured Alertmanager. Every method throws UpstreamError for a fault. */
export interface AlertmanagerReader {
  readonly instance: string;
  /** Alerts that carry `sloth_id`, in any state. */
  sloAlerts(): Promise<HeldAlert[]>;
  silences(): Promise<Silence[]>;
}
