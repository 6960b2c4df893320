export { FindingsTable } from './FindingsTable';
export { FindingsFilters } from './FindingsFilters';
