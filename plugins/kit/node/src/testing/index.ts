export * from './awsStub';
export * from './HttpStub';
export * from './listRoutes';
export { openApiDocument, type OpenApiDocument } from './openApiDocument';
export * from './recordFigure';
export * from './storeDatabases';
