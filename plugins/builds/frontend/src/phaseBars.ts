import type { BuildPhase } from '@shopstack/plugin-builds-common';
import { isUnderWay } from './buildStatus';

/** Where the bar of a phase stands, in percent of the whole build. */
export interface PhaseBar {
  phase: BuildPhase;
  offset: number;
  width: number;
  /** How long it took, or has taken so far. */
  seconds: number | undefined;
}

interface Stretch {
  start: number;
  seconds: number | undefined;
}

function stretchOf(phase: BuildPhase, after: number, now: number): Stretch {
  const started = phase.startedAt ? Date.parse(phase.startedAt) : NaN;
  // Where a start is not told, a phase begins when the one before it ended.
  const start = Number.isNaN(started) ? after : started;
  const soFar =
    isUnderWay(phase.status) && !Number.isNaN(started)
      ? Math.max(0, (now - started) / 1_000)
      : undefined;
  return { start, seconds: phase.durationSeconds ?? soFar };
}

/**
 * Lays the phases of a build side by side in time: one after another, or at the same time as jobs run.
 *
 * @param now in milliseconds; a phase that runs reaches to it
 */
export function phaseBars(phases: BuildPhase[], now: number): PhaseBar[] {
  let after = phases[0]?.startedAt ? Date.parse(phases[0].startedAt) : 0;
  const stretches = phases.map(phase => {
    const stretch = stretchOf(phase, after, now);
    after = stretch.start + (stretch.seconds ?? 0) * 1_000;
    return { ...stretch, end: after };
  });
  const begin = Math.min(...stretches.map(({ start }) => start));
  const end = Math.max(...stretches.map(each => each.end));
  const whole = Math.max(1, end - begin);
  return phases.map((phase, index) => {
    const stretch = stretches[index];
    return {
      phase,
      seconds: stretch.seconds,
      offset: ((stretch.start - begin) / whole) * 100,
      width: ((stretch.end - stretch.start) / whole) * 100,
    };
  });
}
