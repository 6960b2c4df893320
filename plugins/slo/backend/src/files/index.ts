export * from './EntitySloFiles';
export { SloFileReader } from './readSloFile';
