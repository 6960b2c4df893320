export { deliveryPlugin as default } from './plugin';
export { deliveryApiRef } from './apis';
export { isDeliveryAvailable } from './availability';
export {
  EnvironmentChip,
  type EnvironmentChipProps,
} from './components/EnvironmentState';
export { DeliveryStrip } from './components/DeliveryStrip';
export { useActivity } from './hooks/useActivity';
export { useServices } from './hooks/useServices';
export { shortVersion } from './shortVersion';
