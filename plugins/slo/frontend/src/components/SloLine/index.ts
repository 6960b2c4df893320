export { SloLine, type SloLineProps } from './SloLine';
