export * from './SloSpecification';
export { duplicateSlos } from './duplicateSlos';
export { parseAlertWindows } from './parseAlertWindows';
export { parseSloFile } from './parseSloFile';
