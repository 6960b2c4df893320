export * from './annotations';
export * from './apiConnection';
export * from './entityPath';
export * from './environmentOrder';
export * from './identity';
export * from './observed';
export * from './queryString';
export * from './sourceNames';
