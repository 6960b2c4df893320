// Reading SLO files and making rules: apart from the entry that the app loads, because of the parsers that it needs.
export * from './specification';
export * from './promql';
export * from './generator';
export * from './dashboard';
