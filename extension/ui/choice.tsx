import type { ComponentChildren } from 'preact';

interface ChoiceProps {
  name: string;
  value: string;
  chosen: boolean;
  onChoose: () => void;
  title: ComponentChildren;
  children?: ComponentChildren;
}

/** One of a few ways, with what it means under it: a native radio button, so that arrow keys work. */
export function Choice(props: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type="radio"
        name={props.name}
        value={props.value}
        checked={props.chosen}
        onChange={props.onChoose}
      />
      <span class="stack stack-close">
        <strong>{props.title}</strong>
        {props.children}
      </span>
    </label>
  );
}
