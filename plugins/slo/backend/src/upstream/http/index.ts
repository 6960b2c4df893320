export {
  Endpoint,
  type EndpointOptions,
  type EndpointRequest,
} from './Endpoint';
export { readAnswer } from './readAnswer';
