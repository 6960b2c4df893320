import { cleanLine, plainLine } from './logText';

const ESC = '\u001b';

describe('cleanLine', () => {
  it.each([
    ['colours', `${ESC}[1;31mred${ESC}[0m`, `${ESC}[1;31mred${ESC}[0m`],
    ['moves', `${ESC}[2J${ESC}[10;3Hhere${ESC}[K`, 'here'],
    ['titles', `${ESC}]0;owned\u0007text`, 'text'],
    ['links', `${ESC}]8;;http://bad${ESC}\\label${ESC}]8;;${ESC}\\`, 'label'],
    ['charsets', `${ESC}(Bplain`, 'plain'],
    ['bells and nulls', 'a\u0000b\u0007c\u0008d', 'abcd'],
    ['one byte sequences', '\u009b31mtext', '31mtext'],
    ['tabs', 'a\tb', 'a\tb'],
    ['progress', '10%\r50%\r100%\r', '100%'],
    ['half a sequence', `text${ESC}[3`, 'text'],
    ['other directions', 'a\u202egpj.exe', 'agpj.exe'],
    ['other alphabets', 'größe 測試 🎉', 'größe 測試 🎉'],
  ])('keeps text and drops what commands: %s', (_, line, clean) => {
    expect(cleanLine(line)).toBe(clean);
  });

  it('cuts a line that no person reads, never within a sequence', () => {
    const line = `${'x'.repeat(7_998)}${ESC}[31m${'y'.repeat(10)}`;
    const clean = cleanLine(line);
    expect(clean.slice(7_995)).toBe('xxx ... (15 more characters)');
  });

  it('takes no longer for a hostile line', () => {
    const begin = performance.now();
    for (const part of [
      ESC,
      `${ESC}[`,
      `${ESC}]`,
      `${ESC}[;`,
      '\r',
      `${ESC}(`,
    ]) {
      cleanLine(part.repeat(200_000));
    }
    expect(performance.now() - begin).toBeLessThan(10_000);
  });
});

describe('plainLine', () => {
  it('drops colours, too, and no text', () => {
    expect(plainLine(`${ESC}[31mred${ESC}[0m ${'x'.repeat(9_000)}`)).toBe(
      `red ${'x'.repeat(9_000)}`,
    );
  });
});
