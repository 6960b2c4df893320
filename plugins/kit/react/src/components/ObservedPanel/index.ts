export { ObservedPanel, type ObservedPanelProps } from './ObservedPanel';
