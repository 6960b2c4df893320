export * from './HotReadings';
export * from './KnexReadModel';
export * from './MemoryReadModel';
export * from './ReadModel';
