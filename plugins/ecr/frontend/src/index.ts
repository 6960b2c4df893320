export { ecrPlugin as default } from './plugin';
export { ecrApiRef, ecrDeliveryApiRef } from './apis';
export { isEcrAvailable } from './availability';
