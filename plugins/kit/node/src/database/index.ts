export * from './openDatabase';
