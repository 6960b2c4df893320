export * from './ConfirmDialog';
export * from './FilterChips';
export * from './Pager';
export * from './SearchBox';
