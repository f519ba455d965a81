/** Types a word into what searches a list. */
export function search(input: HTMLInputElement, word: string): void {
  // Older widgets hear of keys alone.
  const key = { key: word.slice(-1), bubbles: true, composed: true };
  input.dispatchEvent(new KeyboardEvent('keydown', key));
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  setter?.call(input, word);
  input.dispatchEvent(
    new InputEvent('input', { bubbles: true, composed: true, data: word, inputType: 'insertText' }),
  );
  input.dispatchEvent(new KeyboardEvent('keyup', key));
}
