import { renderTemplate } from './renderTemplate';

const values = {
  name: 'stock',
  defaultBranch: 'main',
  version: (name: string) => {
    if (name === 'unheard') throw new Error('No version of unheard');
    return name === 'root' ? '1.55.0' : '0.36.6';
  },
};

describe('renderTemplate', () => {
  it('puts exact versions in the place of ranges, however they are spaced', () => {
    const text = `{ "a": "^{{version '@backstage/cli'}}", "b": "{{ version  'root' }}" }`;
    expect(renderTemplate(text, values)).toBe(
      '{ "a": "0.36.6", "b": "1.55.0" }',
    );
  });

  it('fills names', () => {
    expect(
      renderTemplate('name: {{name}} # origin/{{defaultBranch}}', values),
    ).toBe('name: stock # origin/main');
  });

  it('leaves what is not an expression', () => {
    const text = 'token: ${GITHUB_TOKEN} # ^1.0.0 { }';
    expect(renderTemplate(text, values)).toBe(text);
  });

  it('refuses an expression that it does not know', () => {
    expect(() => renderTemplate('{{#if dockerfile}}', values)).toThrow(
      'unknown {{#if dockerfile}}',
    );
  });

  it('refuses a package without a version', () => {
    expect(() => renderTemplate(`^{{version 'unheard'}}`, values)).toThrow(
      'No version of unheard',
    );
  });
});
