export * from './annotationList';
export * from './entityFromRequest';
export * from './requirePermission';
