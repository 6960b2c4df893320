export { scaffolderModuleGoldenPath as default } from './module';
export { goldenPathApiRef, type GoldenPathApi } from './apis';
