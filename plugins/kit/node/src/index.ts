export * from './aws';
export * from './collector';
export * from './database';
export * from './http';
export * from './lane';
export * from './observe';
export * from './readModel';
export * from './upstream';
