export { BuildsContent } from './BuildsContent';
