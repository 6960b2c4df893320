/** How deep the brackets are nested, and the dashes and question marks of one line. */
export class Nesting {
  #brackets = 0;
  #indicators = 0;

  /** The depth after a piece of the text, by its type as the lexer of `yaml` names it. */
  after(type: string): number {
    switch (type) {
      case 'flow-seq-start':
      case 'flow-map-start':
        this.#brackets += 1;
        break;
      case 'flow-seq-end':
      case 'flow-map-end':
        this.#brackets = Math.max(this.#brackets - 1, 0);
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
      case 'map-value-ind':
        this.#indicators += 1;
        break;
      case 'newline':
      case 'comma':
        this.#indicators = 0;
        break;
      default:
    }
    return Math.max(this.#brackets, this.#indicators);
  }
}
