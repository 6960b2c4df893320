/** Share of the objective's own precision that a measured share gets more of: 99.9 is measured as 99.953. */
const MORE_DIGITS = 2;

const MOST_DIGITS = 5;

/** Digits behind the point of a number as it is written: 99.95 has two. */
function digitsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

function grouped(value: number, digits: number): string {
  return value.toLocaleString('en', {
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  });
}

/** Cuts a number off, so that nearly all never reads as all. The epsilon forgives what doubles lose. */
function cut(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.floor(value * factor + 1e-6) / factor;
}

/** An objective in percent, as it was stated: `99.9 %`. */
export function formatObjective(objective: number): string {
  return `${grouped(objective, MOST_DIGITS)} %`;
}

/** A share of good events with the digits that an objective of this precision needs: `99.953 %`. Never rounded up. */
export function formatSli(share: number, objective: number): string {
  const digits = Math.min(digitsOf(objective) + MORE_DIGITS, MOST_DIGITS);
  return `${cut(share * 100, digits).toFixed(digits)} %`;
}

/** What is left of a budget: `71 %`, `4.2 %`, `-14 %`. Nearly all is not all, and nearly nothing is not nothing. */
export function formatBudget(remaining: number): string {
  const percent = remaining * 100;
  if (Math.abs(percent) < 1e-9) return '0 %';
  if (percent > 0 && percent < 0.1) return '< 0.1 %';
  if (percent < 0 && percent > -0.1) return '> -0.1 %';
  const fine = Math.abs(percent) < 10 || (percent > 99 && percent < 100);
  const digits = fine ? 1 : 0;
  return `${grouped(percent > 0 ? cut(percent, digits) : percent, digits)} %`;
}

/** How many times faster than allowed the budget is spent: `0.3×`, `2.1×`, `14×`. */
export function formatBurn(burn: number): string {
  if (burn > 0 && burn < 0.01) return '< 0.01×';
  if (burn >= 10) return `${grouped(burn, 0)}×`;
  return `${grouped(burn, burn < 0.1 ? 2 : 1)}×`;
}

/** A number of events for people: whole, and from a million on in short. Parts of one event are kept below ten. */
export function formatEvents(events: number): string {
  if (Math.abs(events) >= 1e6) {
    return events.toLocaleString('en', {
      notation: 'compact',
      maximumFractionDigits: 1,
    });
  }
  if (Math.abs(events) < 10) return grouped(events, 1);
  return grouped(Math.trunc(events), 0);
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in its largest unit, with the next where it matters: `3 d 4 h`, `41 d`, `5 h 10 min`, `12 min`. */
export function formatTimeLeft(seconds: number): string {
  const whole = (unit: number) => Math.floor(Math.max(0, seconds) / unit);
  const rest = (unit: number, of: number) => Math.floor((seconds % of) / unit);
  if (seconds < MINUTE) return '< 1 min';
  if (seconds < HOUR) return `${whole(MINUTE)} min`;
  if (seconds < DAY) {
    const minutes = rest(MINUTE, HOUR);
    const hours = whole(HOUR);
    return minutes && hours < 10 ? `${hours} h ${minutes} min` : `${hours} h`;
  }
  const hours = rest(HOUR, DAY);
  const days = whole(DAY);
  return hours && days < 10 ? `${days} d ${hours} h` : `${days} d`;
}
