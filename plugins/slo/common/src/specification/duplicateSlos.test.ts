import { SLOTH_FILE } from './__testUtils__/slothFiles';
import { changed } from './__testUtils__/marked';
import { duplicateSlos } from './duplicateSlos';
import { parseSloFile } from './parseSloFile';

const file = (name: string, text: string) => ({
  file: name,
  ...parseSloFile(text, { file: name }),
});

describe('objectives of several files', () => {
  it('that are stated again are told, with where they were first', () => {
    const second = changed(SLOTH_FILE, 'name: freshness', 'name: fresh');
    expect(
      duplicateSlos([file('a.yaml', SLOTH_FILE), file('b.yaml', second)]),
    ).toEqual([
      {
        file: 'b.yaml',
        line: 7,
        reason:
          'the objective "checkout-availability" is already stated in a.yaml:7',
      },
    ]);
  });

  it('are the same when service and name join to the same', () => {
    const renamed = changed(
      changed(SLOTH_FILE, 'service: checkout', 'service: checkout-avail'),
      'name: availability',
      'name: ability',
    );
    const joined = changed(
      SLOTH_FILE,
      'name: availability',
      'name: avail-ability',
    );
    expect(
      duplicateSlos([file('a.yaml', renamed), file('b.yaml', joined)]),
    ).toHaveLength(1);
  });

  it('of other services are no duplicates', () => {
    const other = changed(SLOTH_FILE, 'service: checkout', 'service: cart');
    expect(
      duplicateSlos([file('a.yaml', SLOTH_FILE), file('b.yaml', other)]),
    ).toEqual([]);
  });
});
