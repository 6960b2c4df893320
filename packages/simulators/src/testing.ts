export { RealMoto } from './aws/testing/realMoto';
