export * from './SloState';
export * from './TimeWindow';
