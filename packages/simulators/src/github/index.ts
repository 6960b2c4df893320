export { createGithubSimulator } from './createGithubSimulator';
export { FORGE_ADMIN_TOKEN, FORGE_TOKEN } from './authentication';
export type { PullDocument, StatusDocument } from './documents';
export type { GithubForge } from './forge';
export { ORGANIZATION } from './organization';
