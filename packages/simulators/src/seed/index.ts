export { seedWorld, type SeedOptions } from './seedWorld';
