export * from './ModelSeries';
export * from './ModelSource';
