import { addToList } from './addToList';

describe('addToList', () => {
  it('inserts lines and changes nothing else', () => {
    const text = [
      '# what is here',
      'resources:   # by hand',
      '    - "b.yaml"  # quoted',
      '    - a.yaml    ',
      '',
      '# the end',
      'namePrefix: x-',
      '',
    ].join('\n');
    expect(addToList(text, 'resources', ['c.yaml', 'b.yaml', 'd.yaml'])).toBe(
      text.replace(
        '    - a.yaml    \n',
        '    - a.yaml    \n    - c.yaml\n    - d.yaml\n',
      ),
    );
  });

  it('keeps the line ends of the file, and adds one where the last is missing', () => {
    expect(
      addToList('resources:\r\n- a.yaml\r\n', 'resources', ['b.yaml']),
    ).toBe('resources:\r\n- a.yaml\r\n- b.yaml\r\n');
    expect(addToList('resources:\n- a.yaml', 'resources', ['b.yaml'])).toBe(
      'resources:\n- a.yaml\n- b.yaml\n',
    );
  });

  it.each([
    'resources: [a.yaml]\n',
    'kind: Kustomization\n',
    'resources: []\n',
    '- a\n',
  ])('refuses %j', text => {
    expect(() => addToList(text, 'resources', ['b.yaml'])).toThrow(
      'there is no list "resources"',
    );
  });
});
