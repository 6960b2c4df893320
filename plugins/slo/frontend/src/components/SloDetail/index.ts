export { SloDetail, type SloDetailProps } from './SloDetail';
