export { SloStateLabel, type SloStateLabelProps } from './SloStateLabel';
