export * from './AlertHistory';
export * from './CombinedSource';
export * from './expandTemplate';
export * from './RecordedSource';
export * from './Rule';
export * from './RuleBook';
export * from './RuleEvaluator';
export * from './RuleWarmer';
