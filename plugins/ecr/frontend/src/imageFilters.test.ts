import {
  imageFiltersToAddress,
  imageQuery,
  isFiltered,
  readImageFilters,
  type ImageFilters,
} from './imageFilters';

const read = (address: string) =>
  readImageFilters(new URLSearchParams(address));

const FILTERS: ImageFilters = {
  search: '4f2a9c1',
  repositoryArn:
    'arn:aws:ecr:us-east-1:123456789012:repository/shopstack-orders',
  severity: 'HIGH',
  scan: 'waiting',
  running: true,
  untagged: true,
  shown: 150,
};

describe('the filters of the images', () => {
  it('come out of an address as they went in', () => {
    const parts = Object.entries(imageFiltersToAddress(FILTERS)).flatMap(
      ([key, value]) => (value === undefined ? [] : [[key, value]]),
    );
    expect(readImageFilters(new URLSearchParams(parts))).toEqual(FILTERS);
  });

  it('leave an address empty that filters nothing', () => {
    const parts = imageFiltersToAddress(read(''));
    expect(Object.values(parts).filter(Boolean)).toEqual([]);
    expect(isFiltered(read(''))).toBe(false);
  });

  it('take away only what is named', () => {
    expect(imageFiltersToAddress({ running: false })).toEqual({
      running: undefined,
    });
  });

  it.each([
    'severity=AWFUL',
    'scan=constructor',
    'running=yes',
    'shown=-1',
    'shown=1e999',
    'shown=abc',
    'shown=50.5',
  ])('ignore %s', address => {
    expect(read(address)).toEqual(read(''));
  });

  it('never ask for more than a page can show', () => {
    expect(read('shown=99999999').shown).toBe(10_000);
  });

  it('become a question to the backend', () => {
    expect(imageQuery({ ...FILTERS, search: ' 4f2a9c1 ' })).toEqual({
      search: '4f2a9c1',
      repositoryArn: FILTERS.repositoryArn,
      severity: 'HIGH',
      scan: ['PENDING', 'IN_PROGRESS'],
      running: true,
      untagged: undefined,
    });
    expect(imageQuery(read(''))).toEqual({ untagged: false });
  });

  it('leave no image out when somebody asks for its digest', () => {
    expect(imageQuery(read('search=sha256:4f2a'))).toEqual({
      search: 'sha256:4f2a',
    });
  });
});
