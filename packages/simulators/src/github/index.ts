export { createGithubSimulator } from './createGithubSimulator';
export { FORGE_TOKEN } from './authentication';
export type { PullDocument, StatusDocument } from './documents';
