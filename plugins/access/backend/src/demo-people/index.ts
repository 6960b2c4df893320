export { authModuleDemoPeople as default } from './module';
