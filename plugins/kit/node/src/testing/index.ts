export * from './HttpStub';
