export * from './ScrapeTarget';
export * from './TargetRegistry';
