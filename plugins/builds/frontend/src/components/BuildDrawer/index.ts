export { BuildDrawer, type BuildDrawerProps } from './BuildDrawer';
