/** The time over which an objective is held. */
export type TimeWindow =
  | { kind: 'rolling'; seconds: number }
  | {
      kind: 'calendar';
      /** How often a new window begins: `count` of `unit`. */
      unit: 'day' | 'week' | 'month' | 'quarter' | 'year';
      count: number;
      /** ISO date and time without zone at which some window began. */
      startTime: string;
      /** IANA name, for example `Europe/Berlin`. */
      timeZone: string;
    };

/**
 * What is counted: `occurrences` counts events; `timeslices` counts slices of time, each good when its share of good
 * events reaches `sliceTarget` (0 to 1); `ratio-timeslices` takes the average of the slices' shares.
 */
export type Budgeting =
  | { method: 'occurrences' }
  | { method: 'timeslices'; sliceSeconds: number; sliceTarget: number }
  | { method: 'ratio-timeslices'; sliceSeconds: number };
