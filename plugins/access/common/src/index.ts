export * from './demoPeople';
export * from './groups';
export * from './ownership';
export * from './ownerActions';
