export * from './folder/loadTemplate';
export * from './folder/readFolder';
