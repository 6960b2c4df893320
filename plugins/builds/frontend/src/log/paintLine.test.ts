import { paintLine } from './paintLine';

const ESC = '\u001b[';

describe('paintLine', () => {
  it('leaves a plain line as it is', () => {
    expect(paintLine({ text: 'npm ci', at: '2026-01-01T00:00:00Z' })).toEqual({
      at: '2026-01-01T00:00:00Z',
      text: 'npm ci',
      chunks: [{ text: 'npm ci' }],
    });
  });

  it('tells the colours of a terminal apart, bright or not, and keeps the text whole', () => {
    const { text, chunks } = paintLine({
      text: `a ${ESC}31mred${ESC}0m ${ESC}92mgreen${ESC}39m ${ESC}1mbold${ESC}22m z`,
    });
    expect(text).toBe('a red green bold z');
    expect(chunks).toEqual([
      { text: 'a ' },
      { text: 'red', colour: 'red' },
      { text: ' ' },
      { text: 'green', colour: 'green' },
      { text: ' ' },
      { text: 'bold', emphasis: 'bold' },
      { text: ' z' },
    ]);
  });

  it('drops what moves a cursor, and shows colours without a name as text', () => {
    expect(paintLine({ text: `${ESC}2K${ESC}38;5;200mpink${ESC}0m` })).toEqual({
      at: undefined,
      text: 'pink',
      chunks: [{ text: 'pink' }],
    });
  });

  it('takes markup for text', () => {
    const text = '<img src=x onerror=alert(1)>';
    expect(paintLine({ text: `${ESC}31m${text}` }).text).toBe(text);
  });
});
