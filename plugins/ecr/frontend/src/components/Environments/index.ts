export { Environments } from './Environments';
