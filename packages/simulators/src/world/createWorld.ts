import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { GitRepositories } from '../git';
import { createWeather } from './createWeather';
import { DefaultClock } from './DefaultClock';
import { DefaultEvents } from './DefaultEvents';
import { DefaultTicker } from './DefaultTicker';
import { SqliteStore } from './SqliteStore';
import type { World } from './types';

/** A world with what its owner needs beside the simulators: to run its steps and to close it. */
export interface OwnedWorld extends World {
  readonly store: SqliteStore;
  readonly events: DefaultEvents;
  readonly ticker: DefaultTicker;
  readonly stateDirectory: string;
  /** Stops the ticker, waits for handlers that run, and closes the store. */
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Made when it does not exist; holds `world.sqlite` and `repositories/`. */
  stateDirectory: string;
  log?: (message: string) => void;
}

/** Opens the world that lies in a state directory, or begins an empty one there. The ticker does not run yet. */
export function createWorld(options: WorldOptions): OwnedWorld {
  const { stateDirectory, log = () => {} } = options;
  const root = join(stateDirectory, 'repositories');
  mkdirSync(root, { recursive: true });

  const store = new SqliteStore(join(stateDirectory, 'world.sqlite'));
  const clock = new DefaultClock(store);
  const events = new DefaultEvents(log);
  const ticker = new DefaultTicker(log);

  return {
    clock,
    store,
    events,
    ticker,
    repositories: GitRepositories.create({ root, events, clock }),
    weather: createWeather(),
    addresses: new Map(),
    log,
    stateDirectory,
    async close() {
      await ticker.stop();
      await events.idle();
      store.close();
    },
  };
}
