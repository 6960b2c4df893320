export { BuildStatusLabel } from './BuildStatusLabel';
