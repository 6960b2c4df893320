export { Hinted } from './Hinted';
