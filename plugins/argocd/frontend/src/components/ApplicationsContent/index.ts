export { ApplicationsContent } from './ApplicationsContent';
