export { permissionModuleShopstackPolicy as default } from './policy/module';
