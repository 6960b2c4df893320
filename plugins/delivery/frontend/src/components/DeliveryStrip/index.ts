export { DeliveryStrip } from './DeliveryStrip';
