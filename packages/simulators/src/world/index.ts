export * from './types';
export { createWeather } from './createWeather';
export { createWorld, type OwnedWorld, type WorldOptions } from './createWorld';
export { DefaultClock } from './DefaultClock';
export { DefaultEvents } from './DefaultEvents';
export { DefaultTicker } from './DefaultTicker';
export { settle } from './settle';
export { SqliteStore } from './SqliteStore';
export { createTestWorld } from './createTestWorld';
