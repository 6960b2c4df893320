export * from './aws';
export * from './http';
export * from './lane';
export * from './observe';
export * from './readModel';
export * from './upstream';
