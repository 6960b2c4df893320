import type { Weather, World } from './types';

/** The faults turned on, in memory only: a restart brings clear weather. */
export function createWeather(): World['weather'] {
  const faults = new Map<string, Weather>();
  return {
    get: simulator => faults.get(simulator) ?? { kind: 'clear' },
    set: (simulator, weather) => {
      faults.set(simulator, weather);
    },
  };
}
