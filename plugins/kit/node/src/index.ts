export * from './aws';
export * from './http';
export * from './observe';
export * from './readModel';
export * from './upstream';
