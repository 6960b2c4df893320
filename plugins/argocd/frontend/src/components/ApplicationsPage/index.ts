export * from './ApplicationsPage';
