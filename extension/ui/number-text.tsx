import { groupNumber } from './group-number.ts';

/** A number set in groups; copying gives it whole, a screen reader spells it. */
export function NumberText({ number }: { number: string }) {
  return (
    <span class="number">
      {groupNumber(number).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups of one number never change places
        <span key={index}>{group}</span>
      ))}
    </span>
  );
}
