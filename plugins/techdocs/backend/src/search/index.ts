export { searchModuleEmptyUntilIndexed as default } from './module';
