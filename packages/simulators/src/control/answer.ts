import type { World } from '../world/types';

/** What a client needs beside the address of a simulator. */
export type Credentials = Record<string, Record<string, string>>;

/** What `GET /` of the control address answers. */
export interface ControlAnswer {
  simulators: Record<string, Record<string, string>>;
  clock: { now: string; pace: number };
}

/** Addresses and credentials of all simulators, and the clock of the world. */
export function controlAnswer(
  world: World,
  credentials: Credentials,
): ControlAnswer {
  return {
    simulators: Object.fromEntries(
      [...world.addresses].map(([name, url]) => [
        name,
        { url, ...credentials[name] },
      ]),
    ),
    clock: {
      now: world.clock.now().toISOString(),
      pace: world.clock.pace,
    },
  };
}
