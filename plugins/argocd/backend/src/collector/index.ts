export * from './createCollectors';
