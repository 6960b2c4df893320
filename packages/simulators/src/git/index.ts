export { GitRepositories } from './GitRepositories';
