import { Incident, dailyIncident, incidentShare } from './incidents';
import { ServiceProfile } from './ServiceProfile';
import { unitOf } from './unitOf';

/** Width of the steps in which traffic changes, in milliseconds. */
export const BIN = 300_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
/** Share of requests that are slow on an ordinary day, and how many times more an incident slows than it fails. */
const SLOW_SHARE = 0.003;
const SLOW_PER_ERROR = 4;
const MOST_SLOW = 0.7;

/**
 * The traffic of a service in an environment as running totals, so that any counter at any moment costs one look-up.
 * Bins are told once and never change: releases show in later bins only.
 */
export class LoadCurve {
  readonly #group: string;
  readonly #profile: ServiceProfile;
  readonly #start: number;
  #releaseIncidents: readonly Incident[] = [];
  #totals = [new Float64Array(1), new Float64Array(1), new Float64Array(1)];
  #told = 0;
  #weatherByHour = new Map<number, number>();
  #incidentByDay = new Map<number, Incident | undefined>();

  /** @param start - Unix milliseconds, not after the first moment that is ever asked for */
  constructor(group: string, profile: ServiceProfile, start: number) {
    this.#group = group;
    this.#profile = profile;
    this.#start = Math.floor(start / BIN) * BIN;
  }

  set releaseIncidents(incidents: readonly Incident[]) {
    this.#releaseIncidents = incidents;
  }

  /** Requests from the start of the curve to a moment (Unix milliseconds). */
  requests(time: number): number {
    return this.#total(0, time);
  }

  /** Those of them that failed. */
  errors(time: number): number {
    return this.#total(1, time);
  }

  /** Those of them that took long. */
  slow(time: number): number {
    return this.#total(2, time);
  }

  #total(which: 0 | 1 | 2, time: number): number {
    const position = Math.max(0, (time - this.#start) / BIN);
    const bin = Math.floor(position);
    if (bin >= this.#told) this.#tell(bin + 1);
    const totals = this.#totals[which];
    return totals[bin] + (totals[bin + 1] - totals[bin]) * (position - bin);
  }

  #tell(bins: number): void {
    if (bins >= this.#totals[0].length) {
      this.#totals = this.#totals.map(totals => {
        const larger = new Float64Array(
          Math.max(2 * totals.length, bins + 289),
        );
        larger.set(totals);
        return larger;
      });
    }
    for (let bin = this.#told; bin < bins; bin++) {
      const time = this.#start + bin * BIN;
      const requests = (this.#rate(time + BIN / 2) * BIN) / 1000;
      const caused = this.#incidentShare(time);
      const slow = Math.min(MOST_SLOW, SLOW_SHARE + SLOW_PER_ERROR * caused);
      [1, this.#usualErrors(time) + caused, slow].forEach((share, which) => {
        const totals = this.#totals[which];
        totals[bin + 1] = totals[bin] + requests * share;
      });
    }
    this.#told = bins;
  }

  /** Requests a second: a day's wave, the weekend, and some weather. */
  #rate(time: number): number {
    const { requestsPerSecond, peakHour, weekendFactor } = this.#profile;
    const angle = (2 * Math.PI * (time / HOUR - peakHour)) / 24;
    const daily = 1 + 0.55 * Math.cos(angle) + 0.18 * Math.cos(2 * angle);
    const weekday = new Date(time).getUTCDay();
    const weekly = weekday === 0 || weekday === 6 ? weekendFactor : 1;
    return (
      requestsPerSecond * daily * weekly * (0.9 + 0.2 * this.#weather(time))
    );
  }

  #usualErrors(time: number): number {
    return this.#profile.errorShare * (0.5 + this.#weather(time + DAY));
  }

  /** 0..1, changing smoothly from hour to hour. */
  #weather(time: number): number {
    const hour = Math.floor(time / HOUR);
    const within = time / HOUR - hour;
    const from = this.#hourlyWeather(hour);
    return from + (this.#hourlyWeather(hour + 1) - from) * within;
  }

  #hourlyWeather(hour: number): number {
    let weather = this.#weatherByHour.get(hour);
    if (weather === undefined) {
      weather = unitOf(this.#group, String(hour));
      this.#weatherByHour.set(hour, weather);
    }
    return weather;
  }

  #incidentOf(day: number): Incident | undefined {
    if (!this.#incidentByDay.has(day)) {
      this.#incidentByDay.set(day, dailyIncident(this.#group, day));
    }
    return this.#incidentByDay.get(day);
  }

  #incidentShare(time: number): number {
    const today = Math.floor(time / DAY);
    let share = 0;
    for (const day of [today - 1, today]) {
      const incident = this.#incidentOf(day);
      if (incident) share += incidentShare(incident, time);
    }
    for (const incident of this.#releaseIncidents) {
      share += incidentShare(incident, time);
    }
    return Math.min(0.5, share);
  }
}
