export * from './releaseErrors';
export * from './ScrapeTarget';
export * from './TargetRegistry';
