/** Types a word into what searches a list, or empties it. */
export function search(input: HTMLInputElement, word: string): void {
  // Older widgets hear of keys alone.
  const key = { key: word.slice(-1) || 'Backspace', bubbles: true, composed: true };
  input.dispatchEvent(new KeyboardEvent('keydown', key));
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setter?.call(input, word);
  // Some complete what is typed to the first of their options, and leave alone what is erased.
  const edit = word ? { data: word, inputType: 'insertText' } : { inputType: 'deleteContentBackward' };
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, ...edit }));
  input.dispatchEvent(new KeyboardEvent('keyup', key));
}
