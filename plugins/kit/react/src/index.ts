export * from './components';
export * from './hooks';
export * from './time';
export { kitTranslationRef } from './translation';
