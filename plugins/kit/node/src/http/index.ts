export * from './annotationList';
export * from './entityFromRequest';
export * from './parseInput';
export * from './requirePermission';
export * from './toActionError';
